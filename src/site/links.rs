//! Addresses: every link of the site is relative, so the folder works under any path of any server
//! and from a disk.
//!
//! A [`SitePath`] says where a file stands below the folder of its ente; [`SitePath::to`] is the only
//! way to make a link between two of them. Links name `index.html` in full, because a browser that
//! opens a folder from a disk does not look for it.

use serde::Serialize;

use crate::model::Codice;

/// Where a file of the site stands, below the folder of the ente, with `/`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct SitePath(String);

/// What stands in a link, ready for an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub(super) struct Href(String);

impl Href {
    /// The link itself.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// A place in that page.
    pub(super) fn at(&self, fragment: &str) -> Self {
        Self(format!("{}#{fragment}", self.0))
    }
}

impl SitePath {
    /// The page of the ente.
    pub(super) fn ente() -> Self {
        Self("index.html".to_owned())
    }

    /// The page of a ciclo.
    pub(super) fn anno(ciclo: &Codice) -> Self {
        Self(format!("{ciclo}/index.html"))
    }

    /// The page of a settore.
    pub(super) fn settore(ciclo: &Codice, settore: &str) -> Self {
        Self(format!("{ciclo}/settori/{settore}/index.html"))
    }

    /// The page of an objective.
    pub(super) fn obiettivo(ciclo: &Codice, obiettivo: &str) -> Self {
        Self(format!("{ciclo}/obiettivi/{obiettivo}/index.html"))
    }

    /// The page of an ufficio, inside that of its settore.
    pub(super) fn ufficio(ciclo: &Codice, settore: &str, ufficio: &Codice) -> Self {
        Self(format!("{ciclo}/settori/{settore}/{ufficio}/index.html"))
    }

    /// The page of a change of the plan.
    pub(super) fn modifica(ciclo: &Codice, modifica: &Codice) -> Self {
        Self(format!("{ciclo}/modifiche/{modifica}/index.html"))
    }

    /// The plan after a change; without one, as first approved.
    pub(super) fn versione(ciclo: &Codice, modifica: Option<&Codice>) -> Self {
        let quale = modifica.map_or("originario", Codice::as_str);
        Self(format!("{ciclo}/piano/{quale}/index.html"))
    }

    /// What stands above the objectives of a ciclo.
    pub(super) fn programmazione(ciclo: &Codice) -> Self {
        Self(format!("{ciclo}/programmazione/index.html"))
    }

    /// A page of text.
    pub(super) fn pagina(pagina: &Codice) -> Self {
        Self(format!("{pagina}/index.html"))
    }

    /// The page of the search.
    pub(super) fn ricerca() -> Self {
        Self("ricerca/index.html".to_owned())
    }

    /// What the search looks through.
    pub(super) fn indice_ricerca() -> Self {
        Self("ricerca/indice.js".to_owned())
    }

    /// A file of the theme.
    pub(super) fn asset(name: &str) -> Self {
        Self(format!("assets/{name}"))
    }

    /// The style sheet with the colour of the ente.
    pub(super) fn tinta() -> Self {
        Self("colori.css".to_owned())
    }

    /// The coat of arms of the ente; its ending says what kind of picture it is.
    pub(super) fn stemma(ending: &str) -> Self {
        Self(format!("stemma.{ending}"))
    }

    /// The coat of arms on a card: what networks show of a page that somebody passes on.
    pub(super) fn cartolina() -> Self {
        Self("anteprima.png".to_owned())
    }

    /// The page that sets two years side by side.
    pub(super) fn confronto(prima: &Codice, dopo: &Codice) -> Self {
        Self(format!("confronto/{prima}-{dopo}/index.html"))
    }

    /// The pairs of years that are set side by side.
    pub(super) fn confronti() -> Self {
        Self("confronto/index.html".to_owned())
    }

    /// The page of all documents.
    pub(super) fn documenti() -> Self {
        Self("documenti/index.html".to_owned())
    }

    /// The page of the open data.
    pub(super) fn dati() -> Self {
        Self("dati/index.html".to_owned())
    }

    /// The page of all pages.
    pub(super) fn mappa() -> Self {
        Self("mappa/index.html".to_owned())
    }

    /// The page of what is not there, which a server shows at any address: it links to places from
    /// the root of the server, once it is known in which folder there the site stands.
    pub(super) fn non_trovata(sul_server: Option<&str>) -> Self {
        Self(format!("{}404.html", sul_server.unwrap_or_default()))
    }

    /// The same place below a folder that had another name.
    pub(super) fn in_cartella(&self, prima: &Codice, ora: &Codice) -> Option<Self> {
        let resto = self.0.strip_prefix(ora.as_str())?.strip_prefix('/')?;
        Some(Self(format!("{prima}/{resto}")))
    }

    /// A file whose place somebody else decides.
    pub(super) fn file(path: &str) -> Self {
        Self(path.to_owned())
    }

    /// The page of an ente as seen from the folder that holds all of them.
    pub(super) fn ente_in_folder(ente: &Codice) -> Self {
        Self(format!("{ente}/index.html"))
    }

    /// The path itself.
    pub(super) fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether this place stands in the folder of a page, or deeper.
    pub(super) fn is_below(&self, page: &Self) -> bool {
        let folder: Vec<&str> = page.folders().collect();
        self.folders().count() > folder.len()
            && self.folders().zip(&folder).all(|(mine, its)| mine == *its)
    }

    /// The link from this page to another place.
    pub(super) fn to(&self, other: &Self) -> Href {
        if self.0.starts_with('/') {
            let end = self.0.rfind('/').map_or(0, |last| last + 1);
            return Href(format!(
                "{}{}",
                self.0.get(..end).unwrap_or_default(),
                other.0
            ));
        }
        let from: Vec<&str> = self.folders().collect();
        let to: Vec<&str> = other.folders().collect();
        let shared = from.iter().zip(&to).take_while(|(a, b)| a == b).count();
        let mut href = "../".repeat(from.len() - shared);
        for folder in to.iter().skip(shared) {
            href.push_str(folder);
            href.push('/');
        }
        href.push_str(other.name());
        Href(href)
    }

    fn folders(&self) -> impl Iterator<Item = &str> {
        let end = self.0.rfind('/').unwrap_or(0);
        self.0
            .get(..end)
            .unwrap_or_default()
            .split('/')
            .filter(|folder| !folder.is_empty())
    }

    fn name(&self) -> &str {
        self.0
            .rsplit_once('/')
            .map_or(self.0.as_str(), |(_, name)| name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_shown_at_any_address_links_from_the_root() {
        let radice = SitePath::non_trovata(Some("/performance/"));
        assert_eq!(radice.to(&SitePath::ente()).0, "/performance/index.html");
        let ignota = SitePath::non_trovata(None);
        assert_eq!(ignota.to(&SitePath::ente()).0, "index.html");
    }

    fn link(from: &str, to: &str) -> String {
        SitePath::file(from).to(&SitePath::file(to)).0
    }

    #[test]
    fn links_climb_no_further_than_they_must() {
        assert_eq!(link("index.html", "2023/index.html"), "2023/index.html");
        assert_eq!(link("2023/index.html", "index.html"), "../index.html");
        assert_eq!(link("2023/index.html", "2023/index.html"), "index.html");
        assert_eq!(
            link(
                "2023/obiettivi/A-1/index.html",
                "2023/settori/finanziario/index.html"
            ),
            "../../settori/finanziario/index.html"
        );
        assert_eq!(
            link("2023/obiettivi/A-1/index.html", "assets/stile.css"),
            "../../../assets/stile.css"
        );
        // The same name for different folders is not the same place.
        assert_eq!(
            link("a/b/index.html", "c/b/index.html"),
            "../../c/b/index.html"
        );
    }
}
