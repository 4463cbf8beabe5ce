//! The words of each difetto.

use crate::bundle::Guasto;
use crate::cli::report::quanti;
use crate::integrity::{Difetto, Mancanza, Norma};

/// Of how many broken rules the number in the norm is told.
const NAMED: usize = 3;

/// What is wrong, in a sentence.
pub(super) fn words(difetto: &Difetto) -> String {
    match difetto {
        Difetto::SenzaElenco => {
            "difetto: manca SHA256SUMS: non è una cartella scritta da griglia, o è incompleta"
                .to_owned()
        }
        Difetto::RigaIlleggibile { riga } => {
            format!("difetto: la riga {riga} di SHA256SUMS non si può leggere")
        }
        Difetto::Mancante { percorso } => format!("difetto: manca {percorso}"),
        Difetto::Alterato { percorso } => {
            format!("difetto: {percorso} è stato cambiato: non è quello scritto da griglia")
        }
        Difetto::InPiu { percorso } => {
            format!("difetto: {percorso} è in più: non l'ha scritto griglia")
        }
        Difetto::CollegamentoRotto { pagina, verso } => {
            format!("difetto: in {pagina} il collegamento «{verso}» non porta a niente")
        }
        Difetto::ManifestoDiverso => {
            "difetto: manifest.json non dice le stesse cose di SHA256SUMS".to_owned()
        }
        Difetto::PdfIlleggibile { percorso } => {
            format!("difetto: {percorso} non si può leggere: non è un PDF, oppure è danneggiato")
        }
        Difetto::PdfNonConforme {
            percorso,
            norma,
            regole,
            mancanze,
        } => not_conforming(percorso, *norma, regole, mancanze),
    }
}

fn not_conforming(
    percorso: &str,
    norma: Norma,
    regole: &[String],
    mancanze: &[Mancanza],
) -> String {
    let norma = match norma {
        Norma::Archivio => "non è più adatto alla conservazione (PDF/A)",
        Norma::Accessibile => "non è più accessibile (PDF/UA-1)",
    };
    let mancanze: Vec<&str> = mancanze
        .iter()
        .map(|mancanza| match mancanza {
            Mancanza::Struttura => "la struttura per i lettori di schermo",
            Mancanza::Lingua => "la lingua",
            Mancanza::Metadati => "titolo e autore",
        })
        .collect();
    let mancanze = match mancanze.as_slice() {
        [] => String::new(),
        some => format!(": manca {}", some.join(", manca ")),
    };
    let named = regole.get(..NAMED).unwrap_or(regole).join(", ");
    let others = match regole.len().saturating_sub(NAMED) {
        0 => String::new(),
        others => format!(" e {}", quanti(others, "altra", "altre")),
    };
    format!("difetto: {percorso} {norma}{mancanze} (regole non rispettate: {named}{others})")
}

/// Why an archive is refused, in a sentence.
pub(super) fn guasto(archive: &str, guasto: &Guasto) -> String {
    let what = match guasto {
        Guasto::NonZip => {
            "non è un file zip, oppure è incompleto: caricarlo o scaricarlo di nuovo".to_owned()
        }
        Guasto::NomePericoloso { nome } => format!(
            "il nome «{}» porta fuori dalla cartella: non l'ha scritto griglia, non va estratto",
            nome.escape_debug()
        ),
        Guasto::NomiDoppi => "due file hanno lo stesso nome: non l'ha scritto griglia".to_owned(),
        Guasto::Sovrapposti => {
            "due file occupano gli stessi byte: non l'ha scritto griglia, non va estratto"
                .to_owned()
        }
        Guasto::Collegamento { nome } => {
            format!("«{nome}» è un collegamento, non un file: non l'ha scritto griglia")
        }
        Guasto::Cifrato { nome } => {
            format!("«{nome}» è protetto da una password: non l'ha scritto griglia")
        }
        Guasto::TroppoGrande => {
            "estratto sarebbe enorme: non l'ha scritto griglia, non va estratto".to_owned()
        }
        Guasto::Danneggiato { nome } => {
            format!("«{nome}» è stato cambiato o è danneggiato: non è quello scritto da griglia")
        }
        Guasto::AltroOltreAiFile => {
            "i file sono quelli, ma l'archivio è stato cambiato: date, attributi, commenti o altro fra un file e l'altro non \
             sono di griglia; farlo di nuovo con griglia pacchetto"
                .to_owned()
        }
        Guasto::InPiuParti { nome } => {
            format!("«{nome}» è anche in un'altra parte: le parti non sono dello stesso pacchetto")
        }
        Guasto::MancanoParti { quali, di } => {
            let named = quali.iter().take(10).map(usize::to_string);
            let named = named.collect::<Vec<_>>().join(", ");
            format!(
                "il pacchetto è diviso in {di}, {} {named}: indicarle tutte insieme",
                if quali.len() == 1 {
                    "manca la parte"
                } else {
                    "mancano le parti"
                }
            )
        }
    };
    format!("difetto: {archive}: {what}")
}
