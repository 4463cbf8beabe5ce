use proptest::prelude::*;

use super::*;

const FILE: &str = "\
# In testa
risultati:
  - obiettivo: FIN-01 # il primo
    grado: '95%'  # da rivedere
    # di FIN-01
    nota: >-
      Una nota lunga
      su due righe.

    # gli indicatori
    indicatori:
      - nome: tempi
        raggiunto: 31/05/2023

  # Il secondo
  - obiettivo: STR-01
    gradi: { finanziario: 95%, polizia: 90% } # per settore
    scostamento:
      cause: \"Il bando\"
  - obiettivo: FIN-03
    grado:   # manca
# in fondo
";

fn voce(chiave: &'static str, valore: &str) -> Passo {
    Passo::Voce {
        chiave,
        valore: valore.to_owned(),
        quale: 0,
        commento: None,
    }
}

fn a(obiettivo: &str, chiavi: &[&str]) -> Vec<Passo> {
    let mut percorso = vec![
        Passo::Chiave("risultati".to_owned()),
        voce("obiettivo", obiettivo),
    ];
    percorso.extend(
        chiavi
            .iter()
            .map(|chiave| Passo::Chiave((*chiave).to_owned())),
    );
    percorso
}

fn con(testo: &str, percorso: Vec<Passo>, valore: &str) -> String {
    let cambiamento = Cambiamento {
        percorso,
        valore: valore.to_owned(),
        al_posto_di: vec!["esito"],
    };
    applica(testo, &cambiamento).unwrap()
}

/// The lines that one text has and the other has not.
fn diverse(prima: &str, dopo: &str) -> Vec<String> {
    let diff = similar::TextDiff::from_lines(prima, dopo);
    let righe = diff.iter_all_changes();
    righe
        .filter(|riga| riga.tag() != similar::ChangeTag::Equal)
        .map(|riga| format!("{}{}", riga.tag(), riga.value().trim_end()))
        .collect()
}

#[test]
fn a_value_is_changed_where_it_stands_in_its_quotes() {
    let dopo = con(FILE, a("FIN-01", &["grado"]), "100%");
    assert_eq!(
        diverse(FILE, &dopo),
        [
            "-    grado: '95%'  # da rivedere",
            "+    grado: '100%'  # da rivedere"
        ]
    );
    let dopo = con(FILE, a("STR-01", &["gradi", "finanziario"]), "90%");
    assert!(dopo.contains("gradi: { finanziario: 90%, polizia: 90% } # per settore"));
    let dopo = con(FILE, a("STR-01", &["scostamento", "cause"]), "La \"gara\"");
    assert!(dopo.contains("      cause: \"La \\\"gara\\\"\"\n"));
    let dopo = con(FILE, a("FIN-03", &["grado"]), "80%");
    assert_eq!(
        diverse(FILE, &dopo),
        ["-    grado:   # manca", "+    grado: 80%   # manca"]
    );
    let dopo = con(FILE, a("FIN-01", &["nota"]), "Breve");
    assert_eq!(
        diverse(FILE, &dopo),
        [
            "-      Una nota lunga",
            "-      su due righe.",
            "+      Breve"
        ]
    );
}

#[test]
fn a_missing_key_comes_in_the_order_of_the_form() {
    let dopo = con(FILE, a("FIN-01", &["motivazione"]), "Perché sì");
    assert!(
        dopo.contains("da rivedere\n    motivazione: Perché sì\n    # di FIN-01\n"),
        "{dopo}"
    );
    let dopo = con(FILE, a("STR-01", &["gradi", "tecnico"]), "rinviato");
    assert!(dopo.contains("polizia: 90%, tecnico: rinviato } # per"));
    let dopo = con(
        FILE,
        a("STR-01", &["scostamento", "provvedimenti", "intrapresi"]),
        "no: mai",
    );
    assert!(dopo.contains(
        "cause: \"Il bando\"\n      provvedimenti:\n        intrapresi: 'no: mai'\n  - obiettivo"
    ), "{dopo}");
    let mut percorso = a("FIN-03", &["indicatori"]);
    percorso.extend([
        voce("nome", "% di posta"),
        Passo::Chiave("raggiunto".to_owned()),
    ]);
    let dopo = con(FILE, percorso, "95%");
    assert!(dopo.contains(
        "    grado:   # manca\n    indicatori:\n      - nome: '% di posta'\n        raggiunto: 95%\n# in fondo"
    ), "{dopo}");
    let mut percorso = a("FIN-01", &["indicatori"]);
    percorso.extend([voce("nome", "costi"), Passo::Chiave("nota".to_owned())]);
    let dopo = con(FILE, percorso, "due\nrighe");
    assert!(dopo.contains(
        "31/05/2023\n      - nome: costi\n        nota: |-\n          due\n          righe\n\n  # Il secondo"
    ), "{dopo}");
}

#[test]
fn a_missing_entry_comes_at_the_end_and_an_empty_file_begins() {
    let dopo = con(FILE, a("FIN-09", &["grado"]), "100%");
    assert_eq!(
        diverse(FILE, &dopo),
        ["+  - obiettivo: FIN-09", "+    grado: 100%"]
    );
    assert_eq!(
        con("", a("FIN-09", &["grado"]), "100%"),
        "risultati:\n  - obiettivo: FIN-09\n    grado: 100%\n"
    );
    assert_eq!(
        con("# solo un commento\n", a("A", &["nota"]), "x"),
        "# solo un commento\nrisultati:\n  - obiettivo: A\n    nota: x\n"
    );
    assert_eq!(
        con("risultati: []\n", a("A", &["nota"]), "x, y"),
        "risultati: [{ obiettivo: A, nota: 'x, y' }]\n"
    );
    assert_eq!(
        con(
            "risultati:\r\n- obiettivo: A\r\n  nota: x",
            a("A", &["grado"]),
            "5%"
        ),
        "risultati:\r\n- obiettivo: A\r\n  grado: 5%\r\n  nota: x"
    );
}

#[test]
fn a_judgement_in_words_makes_room_for_a_grade() {
    let testo = "risultati:\n  - obiettivo: A\n    esito: rinviato # per ora\n";
    assert_eq!(
        con(testo, a("A", &["grado"]), "90%"),
        "risultati:\n  - obiettivo: A\n    grado: 90% # per ora\n"
    );
}

#[test]
fn what_cannot_be_changed_alone_is_refused() {
    for testo in [
        "risultati:\n  - &x\n    obiettivo: A\n    nota: &n due\n    motivazione: *n\n",
        "risultati:\n  - obiettivo: A\n    nota: [uno]\n",
    ] {
        let cambiamento = Cambiamento {
            percorso: a("A", &["nota"]),
            valore: "tre".to_owned(),
            al_posto_di: Vec::new(),
        };
        assert_eq!(applica(testo, &cambiamento), Err(NonScrivibile), "{testo}");
    }
}

fn commenti(testo: &str) -> usize {
    testo.matches("# ").count()
}

proptest! {
    /// Whatever is written, where it is: it reads back, and the rest stays.
    #[test]
    fn every_change_reads_back(
        obiettivo in prop_oneof![Just("FIN-01"), Just("STR-01"), Just("FIN-03"), Just("NUOVO")],
        dove in prop_oneof![
            Just(vec!["grado"]), Just(vec!["nota"]), Just(vec!["motivazione"]),
            Just(vec!["gradi", "tecnico"]), Just(vec!["scostamento", "cause"]),
            Just(vec!["scostamento", "provvedimenti", "da_attivare"]),
        ],
        valore in "[a-zà-ù#:'\"%{},&*!|>?@`0-9\\[\\]\\-\\. ]{1,140}",
        righe in "[a-z ]{0,20}",
        con_crlf in any::<bool>(),
    ) {
        let testo = if con_crlf { FILE.replace('\n', "\r\n") } else { FILE.to_owned() };
        for valore in [valore.trim().to_owned(), format!("{}\n{}", valore.trim(), righe.trim())] {
            let valore = valore.trim();
            prop_assume!(!valore.is_empty());
            let percorso = a(obiettivo, &dove);
            let cambiamento = Cambiamento { percorso: percorso.clone(), valore: valore.to_owned(), al_posto_di: Vec::new() };
            let dopo = applica(&testo, &cambiamento);
            prop_assert!(dopo.is_ok(), "{valore:?}");
            let dopo = dopo.unwrap();
            let radice = tree_of(&dopo).unwrap();
            prop_assert_eq!(parole(&radice, &percorso), Some(valore.to_owned()));
            prop_assert!(commenti(&dopo) >= commenti(FILE));
            prop_assert_eq!(applica(&dopo, &cambiamento), Ok(dopo.clone()));
            let luogo = luogo(&dopo, &percorso).unwrap();
            prop_assert!(dopo.get(luogo).is_some());
        }
    }
}
