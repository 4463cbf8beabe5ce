//! The icons of a page: of those that the theme has, the ones that it shows.
//!
//! They stand in the page itself, because a page from a disk may take none out of another file. The theme's
//! build gathers those of all templates; ten thousand pages need not carry all of them.

use std::collections::BTreeSet;

const INIZIO: &str = "<symbol id=\"";
const FINE: &str = "</symbol>";
const USO: &str = "<use href=\"#";

/// The page without the symbols that nothing in it uses.
pub(super) fn solo_usate(mut html: String) -> String {
    let Some(inizio) = html.find(INIZIO) else {
        return html;
    };
    let dal_primo = html.get(inizio..).unwrap_or_default();
    let usate: BTreeSet<&str> = dal_primo
        .split(USO)
        .skip(1)
        .filter_map(|resto| resto.split('"').next())
        .collect();
    let mut tenuti = String::new();
    let mut resto = dal_primo;
    while let Some((simbolo, dopo)) = simbolo(resto) {
        let nome = simbolo.get(INIZIO.len()..).unwrap_or_default();
        if nome
            .split('"')
            .next()
            .is_some_and(|nome| usate.contains(nome))
        {
            tenuti.push_str(simbolo);
        }
        resto = dopo;
    }
    let fine = html.len() - resto.len();
    // In its place: a page may have ten megabytes.
    html.replace_range(inizio..fine, &tenuti);
    html
}

/// The symbol that a text begins with, and what follows it.
fn simbolo(testo: &str) -> Option<(&str, &str)> {
    testo
        .strip_prefix(INIZIO)
        .and_then(|dentro| dentro.find(FINE))
        .and_then(|fine| testo.split_at_checked(INIZIO.len() + fine + FINE.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pagina(simboli: &str) -> String {
        format!(
            "<body><svg>{simboli}</svg><p><use href=\"#it-b\"></use><a href=\"#it-a\">è</a></p>"
        )
    }

    #[test]
    fn a_page_carries_the_icons_that_it_shows() {
        let di = |nome: &str| format!("<symbol id=\"{nome}\"><path/></symbol>");
        let tutte = format!("{}{}{}", di("it-a"), di("it-b"), di("it-bb"));
        assert_eq!(solo_usate(pagina(&tutte)), pagina(&di("it-b")));
    }

    #[test]
    fn what_is_no_symbol_stays() {
        for resto in ["", "<symbol id=\"it-b\"><path/>", "<g/>"] {
            assert_eq!(solo_usate(pagina(resto)), pagina(resto));
        }
    }
}
