//! A first folder: ente, ciclo, a settore, an example card of each form, the narrative.

use super::Bozza;
use super::yaml::{codice, scalar};
use crate::schema::Modulo;

/// What must be known for a first folder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Risposte {
    /// *Comune di Caluso*.
    pub denominazione: String,
    /// The year of the plan.
    pub anno: i32,
    /// The name of a first settore.
    pub settore: String,
    /// Who answers for it.
    pub responsabile: Option<String>,
}

/// The files of a first folder: it builds as it is.
#[must_use]
pub fn progetto(risposte: &Risposte) -> Vec<Bozza> {
    let luogo = luogo(&risposte.denominazione);
    let ente = format!("content/{}", codice(&luogo));
    let anno = risposte.anno;
    let settore = codice(&risposte.settore);
    let sigla = sigla(&settore);
    let ciclo = format!("{ente}/{anno}");
    let card = |folder: &str, file: String, testo: String| {
        let path = format!("{ciclo}/obiettivi/{folder}/{file}.yaml");
        Bozza::yaml(Modulo::Obiettivo, path, &testo)
    };
    let minuscola = sigla.to_lowercase();
    let contenuti = [
        Bozza::yaml(
            Modulo::Ente,
            format!("{ente}/ente.yaml"),
            &dell_ente(risposte, &luogo),
        ),
        Bozza::new(format!("{ente}/pagine/note-legali.md"), NOTE_LEGALI),
        Bozza::yaml(
            Modulo::Ciclo,
            format!("{ciclo}/ciclo.yaml"),
            &del_ciclo(risposte, &settore),
        ),
        card(
            &settore,
            format!("{minuscola}-01"),
            con_indicatori(&sigla, &settore, anno),
        ),
        card(
            &settore,
            format!("{minuscola}-02"),
            con_attivita(&sigla, &settore, anno),
        ),
        card("struttura", "str-01".to_owned(), di_struttura(anno)),
        Bozza::new(
            format!("{ciclo}/relazione/01-presentazione.md"),
            presentazione(risposte),
        ),
        Bozza::new(format!("{ciclo}/relazione/02-risultati.md"), RISULTATI),
    ];
    let attorno = [
        Bozza::new(
            ".gitignore",
            "# Ciò che griglia scrive: si rifà con «griglia build».\n/output/\n",
        ),
        Bozza::new(".editorconfig", EDITORCONFIG),
        Bozza::new(".vscode/settings.json", VSCODE),
        Bozza::new(".vscode/extensions.json", ESTENSIONI),
    ];
    let schemi = Modulo::TUTTI.map(Bozza::schema);
    contenuti.into_iter().chain(attorno).chain(schemi).collect()
}

/// *Caluso*, of *Comune di Caluso*.
fn luogo(denominazione: &str) -> String {
    let nome = denominazione.trim();
    let prefissi = [
        "Comune di ",
        "Comune d'",
        "Comune d’",
        "Città di ",
        "Unione dei Comuni ",
        "Unione di Comuni ",
        "Provincia di ",
    ];
    let dopo = prefissi.iter().find_map(|prefisso| {
        let (inizio, dopo) = nome.split_at_checked(prefisso.len())?;
        inizio.eq_ignore_ascii_case(prefisso).then_some(dopo)
    });
    dopo.unwrap_or(nome).trim().to_owned()
}

/// Three letters for the codes of a settore's cards: `FIN`.
pub(super) fn sigla(settore: &str) -> String {
    let letters = settore.chars().filter(char::is_ascii_alphanumeric);
    letters.take(3).collect::<String>().to_ascii_uppercase()
}

fn dell_ente(risposte: &Risposte, luogo: &str) -> String {
    format!(
        "# Chi siete. Una riga che comincia con # è un appunto: griglia non la legge.
denominazione: {}
luogo: {}

# Facoltative: togliere il # e completare.
# territorio: Città metropolitana di Torino
# sito: https://www.comune.esempio.it
# dichiarazione_accessibilita: https://form.agid.gov.it/view/…
# abbreviazioni:
#   PEG: Piano esecutivo di gestione
#   PIAO: Piano integrato di attività e organizzazione
",
        scalar(&risposte.denominazione),
        scalar(luogo)
    )
}

fn del_ciclo(risposte: &Risposte, settore: &str) -> String {
    let responsabile = risposte.responsabile.as_ref().map_or_else(
        || "    # responsabile: dott.ssa Nome Cognome\n".to_owned(),
        |chi| format!("    responsabile: {}\n", scalar(chi)),
    );
    format!(
        "# Il piano di un anno: atti e settori.
anno: {}

# L’atto che approva il piano. Finché manca il numero, i PDF portano la scritta BOZZA.
atti:
  - ruolo: piano
    organo: Giunta comunale
    # numero: 21
    # data: 28/02/{}

# Un settore per ogni responsabile; il codice è il nome della cartella dei suoi obiettivi.
settori:
  - codice: {settore}
    nome: {}
{responsabile}",
        risposte.anno,
        risposte.anno,
        scalar(&risposte.settore)
    )
}

fn con_indicatori(sigla: &str, settore: &str, anno: i32) -> String {
    format!(
        "# Esempio di scheda con fasi e indicatori: cambiare tutto, o togliere il file.
codice: {sigla}-01
numero: 1
titolo: Sportello unico per i cittadini
settore: {settore}
tipo: innovativo
# I pesi degli obiettivi di un settore, con quelli di struttura, sommano a 100.
peso: 50
descrizione: |
  Una frase o due, in parole semplici: che cosa cambia per chi abita qui, e perché.
fasi:
  - descrizione: Scelta dei locali e formazione del personale
    mesi: gennaio-marzo
  - descrizione: Apertura al pubblico
    mesi: aprile-dicembre
indicatori:
  # Una quantità, una data, una qualità: quanto o quando ci si impegna a raggiungere.
  - categoria: quantità
    nome: Pratiche concluse allo sportello
    atteso: 300
  - categoria: tempo
    nome: Apertura dello sportello
    atteso: 01/04/{anno}
  - categoria: qualità
    nome: Cittadini soddisfatti, dal questionario
    atteso: 80%
"
    )
}

fn con_attivita(sigla: &str, settore: &str, anno: i32) -> String {
    format!(
        "# Esempio di scheda con attività e tempi: cambiare tutto, o togliere il file.
codice: {sigla}-02
numero: 2
titolo: Atti del Comune in forma accessibile
settore: {settore}
tipo: mantenimento
peso: 30
descrizione: |
  Chi non vede deve poter leggere da solo ciò che il Comune pubblica.
risultati_attesi: Tutti gli atti pubblicati si possono leggere con un lettore di schermo.
indicatori:
  - categoria: attività
    nome: Modelli di documento accessibili
    tempistica: Giugno {anno}
    previsto: 100%
  - categoria: attività
    nome: Atti pubblicati in forma accessibile
    tempistica: Dicembre {anno}
    previsto: 90%
"
    )
}

fn di_struttura(anno: i32) -> String {
    format!(
        "# Esempio di obiettivo di tutto l’ente: pesa su ogni settore. Cambiare, o togliere il file e
# dare i suoi 20 punti agli obiettivi di settore.
codice: STR-01
numero: 1
titolo: Pagamenti ai fornitori nei tempi
settore: struttura
peso: 20
descrizione: |
  Le fatture si pagano entro trenta giorni, come vuole la legge.
indicatori:
  - categoria: tempo
    nome: Verifica di fine anno
    atteso: 31/12/{anno}
  - categoria: quantità
    nome: Fatture pagate entro 30 giorni
    atteso: 95%
"
    )
}

fn presentazione(risposte: &Risposte) -> String {
    format!(
        "# Presentazione

{}: quali erano gli obiettivi del {}, e che cosa ne è stato.

## Da dove vengono gli obiettivi

Gli obiettivi vengono dal piano approvato dalla Giunta comunale. Per ogni obiettivo sono indicati il responsabile, il peso
e gli indicatori con cui si misura.
",
        risposte.denominazione.trim(),
        risposte.anno
    )
}

const RISULTATI: &str = "# Risultati

## Griglia dei risultati

Per ogni obiettivo: gli indicatori e il grado di raggiungimento validato dal Nucleo di valutazione.

{{ griglia }}
";

const NOTE_LEGALI: &str = "# Note legali

## Licenza dei contenuti

I contenuti di queste pagine si possono riusare per qualunque scopo, citando la fonte: licenza
[Creative Commons Attribuzione 4.0](https://creativecommons.org/licenses/by/4.0/deed.it).

## Dati personali

Queste pagine non usano cookie e non raccolgono dati di chi le legge.
";

const EDITORCONFIG: &str = "root = true

[*]
charset = utf-8
end_of_line = lf
insert_final_newline = true

[*.yaml]
indent_style = space
indent_size = 2
";

const VSCODE: &str = r#"{
  "editor.insertSpaces": true,
  "editor.tabSize": 2,
  "files.encoding": "utf8",
  "yaml.schemas": {
    "schema/ente.json": "content/*/ente.yaml",
    "schema/ciclo.json": "content/*/*/ciclo.yaml",
    "schema/obiettivo.json": [
      "content/*/*/obiettivi/**/*.yaml",
      "content/*/*/modifiche/**/*.yaml",
      "!**/atto.yaml"
    ],
    "schema/atto.json": "content/*/*/modifiche/*/atto.yaml",
    "schema/risultati.json": "content/*/*/risultati/**/*.yaml",
    "schema/pdf.json": "themes/italia/pdf.yaml",
    "schema/tema.json": "themes/italia/theme.yaml"
  }
}
"#;

/// The extension that completes and checks YAML.
const ESTENSIONI: &str = r#"{
  "recommendations": ["redhat.vscode-yaml"]
}
"#;
