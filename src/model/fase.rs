//! Steps of an objective and the months in which they run.

use super::data::mese_per_nome;

/// A step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fase {
    /// What is done.
    pub descrizione: String,
    /// When, if the cronoprogramma says so.
    pub mesi: Option<Mesi>,
}

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Mese {
    /// The year.
    pub anno: i32,
    /// 1–12.
    pub mese: u8,
}

/// Some months, of one year or of several; at least one, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mesi(Vec<Mese>);

/// The text names no months.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MesiNonValidi;

impl Mesi {
    /// Whether a month, 1–12, of a year is among them.
    #[must_use]
    pub fn contiene(&self, anno: i32, mese: u8) -> bool {
        self.0.contains(&Mese { anno, mese })
    }

    /// The months, in order.
    #[must_use]
    pub fn elenco(&self) -> &[Mese] {
        &self.0
    }

    /// The years that they are of, in order.
    #[must_use]
    pub fn anni(&self) -> Vec<i32> {
        let mut anni: Vec<i32> = self.0.iter().map(|mese| mese.anno).collect();
        anni.dedup();
        anni
    }
}

/// Reads months: `marzo`, `gennaio-maggio`, `marzo, giugno e ottobre`, `gennaio-marzo, dicembre`,
/// `da gennaio a marzo`, `1° trimestre`, `secondo semestre`, `tutto l'anno`; with the year where it is not
/// `anno`: `marzo 2023`, `novembre 2022-febbraio 2023`.
///
/// # Errors
/// When a word is no month, or a range runs backwards.
pub fn leggi_mesi(testo: &str, anno: i32) -> Result<Mesi, MesiNonValidi> {
    let minuscolo = testo.trim().to_lowercase().replace('\u{2019}', "'");
    if minuscolo == "tutto l'anno" {
        return Ok(Mesi((1..=12).map(|mese| Mese { anno, mese }).collect()));
    }
    let mut mesi = Vec::new();
    for parte in minuscolo.replace(" e ", ",").split(',') {
        let parte = parte.trim();
        let (primo, ultimo) = match (periodo(parte, anno), estremi(parte)) {
            (Some(periodo), _) => periodo,
            (None, Some((primo, ultimo))) => {
                let ultimo = mese(ultimo, anno)?;
                // «gennaio-marzo 2023»: the year is that of both.
                (mese(primo, ultimo.anno)?, ultimo)
            }
            (None, None) => (mese(parte, anno)?, mese(parte, anno)?),
        };
        mesi.extend(tratto(primo, ultimo)?);
    }
    mesi.sort_unstable();
    mesi.dedup();
    Ok(Mesi(mesi))
}

/// The first and the last month of a stretch.
fn estremi(testo: &str) -> Option<(&str, &str)> {
    let con_parole = testo
        .strip_prefix("da ")
        .and_then(|resto| resto.split_once(" a "));
    con_parole.or_else(|| testo.split_once(['-', '\u{2013}']))
}

/// Parts of a year by their number: `1° trimestre`, `II semestre`, `terzo quadrimestre 2026`.
fn periodo(testo: &str, anno: i32) -> Option<(Mese, Mese)> {
    let (parte, anno) = match testo.rsplit_once(' ') {
        Some((parte, scritto)) if scritto.starts_with("20") => (parte, scritto.parse().ok()?),
        _ => (testo, anno),
    };
    let (ordinale, nome) = parte.trim().split_once(' ')?;
    let lungo = match nome.trim() {
        "trimestre" => 3,
        "quadrimestre" => 4,
        "semestre" => 6,
        _ => return None,
    };
    let ordinale = ordinale.trim_end_matches(['°', 'º', '^', '.']);
    let quale = [
        ["1", "i", "primo"],
        ["2", "ii", "secondo"],
        ["3", "iii", "terzo"],
        ["4", "iv", "quarto"],
    ];
    let quale = quale.iter().position(|modi| modi.contains(&ordinale))?;
    let quale = u8::try_from(quale).ok()?;
    let mese = |mese: u8| (mese <= 12).then_some(Mese { anno, mese });
    Some((mese(quale * lungo + 1)?, mese((quale + 1) * lungo)?))
}

/// Longest stretch of months: a plan has three years, some have five.
const PIU_LUNGO: i32 = 60;

fn tratto(primo: Mese, ultimo: Mese) -> Result<Vec<Mese>, MesiNonValidi> {
    let numero = |mese: Mese| mese.anno * 12 + i32::from(mese.mese) - 1;
    let (da, a) = (numero(primo), numero(ultimo));
    if !(0..PIU_LUNGO).contains(&(a - da)) {
        return Err(MesiNonValidi);
    }
    let mese = |numero: i32| {
        let mese = u8::try_from(numero.rem_euclid(12) + 1).map_err(|_| MesiNonValidi)?;
        let anno = numero.div_euclid(12);
        Ok(Mese { anno, mese })
    };
    (da..=a).map(mese).collect()
}

fn mese(testo: &str, anno: i32) -> Result<Mese, MesiNonValidi> {
    let (nome, anno) = match testo.trim().split_once(' ') {
        Some((nome, scritto)) => {
            let scritto = scritto.trim().parse().map_err(|_| MesiNonValidi)?;
            let plausibile = (2000..2200).contains(&scritto);
            (nome, plausibile.then_some(scritto).ok_or(MesiNonValidi)?)
        }
        None => (testo.trim(), anno),
    };
    let mese = mese_per_nome(nome).ok_or(MesiNonValidi)?;
    Ok(Mese { anno, mese })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numeri(testo: &str) -> Result<Vec<u8>, MesiNonValidi> {
        let letti = leggi_mesi(testo, 2023)?;
        assert_eq!(letti.anni(), [2023], "{testo}");
        Ok(letti.elenco().iter().map(|mese| mese.mese).collect())
    }

    #[test]
    fn months_as_the_offices_write_them() {
        assert_eq!(numeri("marzo"), Ok(vec![3]));
        assert_eq!(numeri("Gennaio-Maggio"), Ok(vec![1, 2, 3, 4, 5]));
        assert_eq!(numeri("marzo, giugno e ottobre"), Ok(vec![3, 6, 10]));
        assert_eq!(numeri("gen-mar, dic"), Ok(vec![1, 2, 3, 12]));
        assert_eq!(numeri("da gennaio a marzo"), Ok(vec![1, 2, 3]));
        assert_eq!(numeri("1° trimestre"), Ok(vec![1, 2, 3]));
        assert_eq!(numeri("II semestre"), Ok(vec![7, 8, 9, 10, 11, 12]));
        assert_eq!(numeri("terzo quadrimestre 2023"), Ok(vec![9, 10, 11, 12]));
        assert_eq!(
            numeri("primo trimestre, ottobre e 4° trimestre"),
            Ok(vec![1, 2, 3, 10, 11, 12])
        );
        assert_eq!(numeri("tutto l’anno").map(|mesi| mesi.len()), Ok(12));
        for no in [
            "",
            "marzo-",
            "maggio-gennaio",
            "13",
            "primavera",
            "marzo;aprile",
            "marzo 23",
            "5° trimestre",
            "4° quadrimestre",
            "trimestre",
            "da gennaio",
            "3 semestre 2023",
            "marzo 2023 2024",
            "gennaio 2010-dicembre 2030",
        ] {
            assert_eq!(leggi_mesi(no, 2023), Err(MesiNonValidi), "{no}");
        }
    }

    #[test]
    fn months_across_years() {
        let letti = leggi_mesi("novembre 2022-febbraio 2023", 2022);
        let mesi = |anno, mesi: [u8; 2]| mesi.map(|mese| Mese { anno, mese });
        let attesi = [mesi(2022, [11, 12]), mesi(2023, [1, 2])].concat();
        assert_eq!(letti, Ok(Mesi(attesi)));
        let letti = leggi_mesi("gennaio-febbraio 2023", 2022);
        assert_eq!(letti, Ok(Mesi(mesi(2023, [1, 2]).to_vec())));
    }
}
