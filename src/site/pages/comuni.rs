//! The pages that every site has, where the ente has not written its own.

use super::pagina::PaginaLetta;
use crate::model::{Codice, Ente, Pagina, Testo};
use crate::site::glossario;

/// Those that the ente has not written.
pub(in crate::site) fn mancanti(ente: &Ente) -> Vec<PaginaLetta> {
    let pagine = [
        (glossario::PAGINA, COME_LEGGERE.to_owned()),
        ("note-legali", note_legali(ente)),
        ("accessibilita", accessibilita(ente)),
    ];
    let pagine = pagine.into_iter().filter_map(|(nome, markdown)| {
        let codice = Codice::leggi(nome).ok()?;
        let scritta = ente.pagine.iter().any(|pagina| pagina.codice == codice);
        let testo = Testo {
            file: String::new(),
            markdown,
            immagini: std::collections::BTreeMap::new(),
        };
        (!scritta).then(|| PaginaLetta::generata(&Pagina { codice, testo }))
    });
    pagine.collect()
}

const COME_LEGGERE: &str = "# Come leggere i risultati

L’ente fissa degli obiettivi e, finito l’anno, dice quanto li ha raggiunti. Queste pagine riportano obiettivi, indicatori \
e risultati come risultano dagli atti.

Ogni obiettivo ha una pagina: in cima che cosa ne è stato, poi da che cosa lo si misura, chi ne risponde e con quali atti è \
stato approvato o cambiato.
";

fn note_legali(ente: &Ente) -> String {
    let privacy = ente.recapiti.privacy.as_ref().map_or_else(String::new, |indirizzo| {
        format!(" Come l’ente tratta i dati personali è scritto nella sua [informativa sulla privacy](<{indirizzo}>).")
    });
    format!(
        "# Note legali

## Da dove vengono i dati

Obiettivi, pesi, indicatori e risultati sono ripresi dagli atti indicati per ogni anno. Se c’è una differenza, vale quello \
che è scritto nell’atto.

## Dati personali

Queste pagine non usano cookie e non raccolgono dati di chi le visita.{privacy}

La licenza non riguarda i dati personali: si possono riutilizzare solo in modo compatibile con gli scopi per cui sono stati \
pubblicati e nel rispetto delle norme sulla protezione dei dati personali.
"
    )
}

fn accessibilita(ente: &Ente) -> String {
    let dichiarazione = ente.dichiarazione_accessibilita.as_ref().map_or_else(
        || "La dichiarazione di accessibilità si compila sul modello dell’AgID (Agenzia per l’Italia digitale). L’ente non ne ha ancora indicato l’indirizzo.".to_owned(),
        |indirizzo| format!("La [dichiarazione di accessibilità](<{indirizzo}>) è sul modello dell’AgID (Agenzia per l’Italia digitale)."),
    );
    let segnalazioni = match (&ente.recapiti.segnalazioni, &ente.sito) {
        (Some(indirizzo), _) => {
            format!("Se qualcosa non si riesce a leggere o a usare, si può [segnalarlo all’ente](<{indirizzo}>).")
        }
        (None, Some(sito)) => format!(
            "Se qualcosa non si riesce a leggere o a usare, si può segnalarlo all’ente: i contatti sono nel [sito istituzionale](<{sito}>)."
        ),
        (None, None) => "Se qualcosa non si riesce a leggere o a usare, si può segnalarlo agli uffici dell’ente.".to_owned(),
    };
    let contatti = match &ente.recapiti.contatti.email {
        Some(email) => format!(" Si può anche scrivere a [{email}](<mailto:{email}>)."),
        None => String::new(),
    };
    format!(
        "# Accessibilità

Queste pagine e questi documenti sono fatti perché li possa usare chiunque, anche con le tecnologie assistive. Le pagine si \
percorrono con la sola tastiera; nessuna informazione è data solo con il colore; i documenti PDF prodotti con le pagine \
seguono lo standard PDF/UA-1.

## Dichiarazione

{dichiarazione}

## Segnalazioni

{segnalazioni}{contatti}
"
    )
}
