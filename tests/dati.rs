//! The open data say what the model says: every ciclo of `content/` and of `tests/abitudini` is read
//! back from its files.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

#[path = "dati/dalle_righe.rs"]
mod dalle_righe;
#[path = "dati/modello.rs"]
mod modello;
#[path = "dati/scheda.rs"]
mod scheda;
#[path = "dati/tabelle.rs"]
mod tabelle;

use std::io::{ErrorKind, Write};
use std::path::Path;

use dalle_righe::{indicatore, obiettivo, risultato};
use griglia::dati::schema::{CicloDati, VERSIONE, ValutazioneDati};
use griglia::dati::{self, DatiError, FileDati, TabellaDati};
use griglia::model::{
    Ambito, Anni, Ciclo, Codice, Conta, DatiAllegati, Ente, Esito, Indicatore, NomiPersonale,
    Obiettivo, Percentuale, Persona, Pubblicazione, Settore, Valori, Valutazione, leggi_anni,
    leggi_valore,
};
use griglia::score::{self, Totale};
use griglia::{check, source};
use modello::codice;
use proptest::prelude::*;
use rust_decimal::Decimal;
use tabelle::{Riga, righe};

/// Every entity that the repository has, real and invented.
fn enti() -> std::io::Result<Vec<Ente>> {
    let mut enti = Vec::new();
    for folder in ["content", "tests/abitudini", "tests/progetto"] {
        enti.extend(check::check(&source::read(Path::new(folder))?, &|_| true).enti);
    }
    assert!(enti.len() >= 9, "{}", enti.len());
    Ok(enti)
}

fn files(ente: &Ente, ciclo: &Ciclo) -> Vec<FileDati> {
    dati::del_ciclo(ente, ciclo).unwrap_or_else(|errore| panic!("{errore}"))
}

fn json(files: &[FileDati]) -> CicloDati {
    let file = files.iter().find(|file| file.genere.nome() == "ciclo.json");
    serde_json::from_slice(&file.expect("ciclo.json").bytes)
        .unwrap_or_else(|errore| panic!("{errore}"))
}

/// Does something with every ciclo and its files.
fn con_ogni_ciclo(mut cosa: impl FnMut(&Ente, &Ciclo, &[FileDati])) -> std::io::Result<()> {
    for ente in &enti()? {
        for ciclo in &ente.cicli {
            cosa(ente, ciclo, &files(ente, ciclo));
        }
    }
    Ok(())
}

/// A place for some bytes and no more is full before the end, and says so; one of the right size is not.
#[test]
fn that_there_is_no_room_is_told() -> std::io::Result<()> {
    con_ogni_ciclo(|ente, ciclo, files| {
        for FileDati { genere, bytes } in files {
            let mut room = vec![0; bytes.len()];
            for length in [0, bytes.len() / 2, bytes.len() - 1] {
                let mut narrow: &mut [u8] = room.get_mut(..length).unwrap_or_default();
                let out: &mut dyn Write = &mut narrow;
                match dati::scrivi(*genere, ente, ciclo, out) {
                    Err(DatiError::Scrittura(errore)) => {
                        assert_eq!(errore.kind(), ErrorKind::WriteZero);
                    }
                    altro => panic!("{genere:?}, {length}: {altro:?}"),
                }
            }
            assert!(dati::scrivi(*genere, ente, ciclo, &mut room.as_mut_slice()).is_ok());
            assert_eq!(&room, bytes);
        }
    })
}

#[test]
fn the_whole_ciclo_reads_back_from_its_json() -> std::io::Result<()> {
    con_ogni_ciclo(|ente, ciclo, files| {
        let dati = json(files);
        let letto = Ciclo {
            modello: ciclo.modello.clone(),
            ..modello::ciclo(&dati)
        };
        let originari = ciclo.originari().into_iter();
        let originari: Vec<Obiettivo> = originari.map(Obiettivo::senza_risultati).collect();
        assert_eq!(modello::piano_originario(&dati), originari);
        // The pictures of the narrative are files of their own; the data have only their digests.
        let mut ciclo = ciclo.clone();
        for capitolo in ciclo.relazione.iter_mut().flat_map(|r| &mut r.capitoli) {
            capitolo.immagini.clear();
        }
        assert_eq!(letto, ciclo, "{} {}", ente.codice, ciclo.codice);
    })
}

#[test]
fn the_json_has_the_results_to_the_last_decimal() -> std::io::Result<()> {
    con_ogni_ciclo(|_, ciclo, files| {
        let letto = json(files);
        let risultati = score::risultati(ciclo);
        assert_eq!(letto.risultati.settori.len(), risultati.len());
        for (dati, risultato) in letto.risultati.settori.iter().zip(&risultati) {
            assert_eq!(dati.settore, risultato.settore.codice.as_str());
            let valore = risultato.totale.valore().map(Percentuale::punti);
            assert_eq!(dati.totale.valore_percento, valore);
            let pesi = match risultato.totale {
                Totale::Parziale {
                    peso_valutato,
                    peso_totale,
                    ..
                } => Some((peso_valutato, peso_totale)),
                _ => None,
            };
            let letti = dati.totale.peso_valutato.zip(dati.totale.peso_totale);
            assert_eq!(letti, pesi);
            for (dati, voce) in dati.voci.iter().zip(&risultato.voci) {
                assert_eq!(dati.obiettivo, voce.obiettivo.codice.as_str());
                let valutazione = dati.valutazione.as_ref().map(scheda::valutazione);
                assert_eq!(valutazione, voce.valutazione);
                assert_eq!((dati.quanto, dati.punti), (voce.quanto, voce.punti()));
                let conta = voce.conta.map(Percentuale::punti);
                assert_eq!(dati.conta_percento, conta);
            }
        }
        let complessivi = letto.risultati.complessivi.iter();
        let complessivi: Vec<_> = complessivi
            .map(|dati| (dati.di.clone(), dati.totale.valore_percento))
            .collect();
        let attesi: Vec<_> = score::complessivi(ciclo)
            .into_iter()
            .map(|(di, totale)| (di, totale.valore().map(Percentuale::punti)))
            .collect();
        assert_eq!(complessivi, attesi);
    })
}

#[test]
fn every_objective_reads_back_from_its_row() -> std::io::Result<()> {
    con_ogni_ciclo(|ente, ciclo, files| {
        let righe = righe(files, "obiettivi.csv");
        assert_eq!(righe.len(), ciclo.obiettivi.len());
        for (riga, scheda) in righe.iter().zip(&ciclo.obiettivi) {
            assert_eq!(riga.dovuto("ente"), ente.codice.as_str());
            assert_eq!(riga.dovuto("ciclo"), ciclo.codice.as_str());
            assert_eq!(obiettivo(riga, scheda), *scheda);
            let anni = scheda.anni.unwrap_or(ciclo.anni);
            let scritti = format!("{}-{}", riga.dovuto("anno_dal"), riga.dovuto("anno_al"));
            assert_eq!(leggi_anni(&scritti), Ok(anni));
            assert_eq!(riga.numero("fasi"), Some(scheda.fasi.len()));
            assert_eq!(riga.numero("indicatori"), Some(scheda.indicatori.len()));
            if !matches!(scheda.ambito, Ambito::Condiviso(_)) {
                let chi = scheda.risponde(ciclo.settore_di(scheda));
                assert_eq!(riga.testo("responsabile"), chi.map(|chi| chi.0.clone()));
                let nome = ciclo.settore_di(scheda).map(Settore::nome_intero);
                assert_eq!(riga.testo("settore_nome"), nome);
            }
        }
    })
}

#[test]
fn every_indicator_reads_back_from_its_rows() -> std::io::Result<()> {
    con_ogni_ciclo(|_, ciclo, files| {
        let righe = righe(files, "indicatori.csv");
        let mut lette = 0;
        for scheda in &ciclo.obiettivi {
            for (numero, suo) in (1_usize..).zip(&scheda.indicatori) {
                let sue: Vec<&Riga> = righe
                    .iter()
                    .filter(|riga| {
                        riga.dovuto("obiettivo") == scheda.codice.as_str()
                            && riga.numero("numero") == Some(numero)
                    })
                    .collect();
                lette += sue.len();
                for riga in &sue {
                    assert_eq!(indicatore(riga, &sue, suo), *suo);
                    let misura = score::raggiungimento(suo).map(Percentuale::punti);
                    assert_eq!(riga.numero("misura_percento"), misura);
                }
            }
        }
        assert_eq!(lette, righe.len());
    })
}

#[test]
fn every_result_reads_back_from_its_rows() -> std::io::Result<()> {
    con_ogni_ciclo(|_, ciclo, files| {
        let mut righe = righe(files, "risultati.csv").into_iter();
        for scheda in &ciclo.obiettivi {
            for settore in ciclo.settori.iter().filter(|s| scheda.riguarda(s)) {
                let riga = righe.next().expect("a row for each settore");
                assert_eq!(riga.dovuto("obiettivo"), scheda.codice.as_str());
                assert_eq!(riga.dovuto("titolo"), scheda.titolo);
                assert_eq!(riga.dovuto("settore"), settore.codice.as_str());
                assert_eq!(riga.dovuto("settore_nome"), settore.nome_intero());
                assert_eq!(riga.numero("peso"), scheda.peso_per(settore));
                let letta = riga.testo("valutazione").map(|genere| ValutazioneDati {
                    genere,
                    punti: riga.numero("punti"),
                    punti_massimi: riga.numero("punti_massimi"),
                    grado_percento: riga.numero("grado_percento"),
                });
                let letta = letta.as_ref().map(scheda::valutazione);
                assert_eq!(letta, scheda.valutazione(settore));
                assert_eq!(risultato(&riga, scheda), scheda.risultato);
                let misura = score::misura(scheda);
                let valore = misura.map(|misura| misura.valore.punti());
                assert_eq!(riga.numero("misura_percento"), valore);
                let quanti = misura.map(|misura| misura.indicatori);
                assert_eq!(riga.numero("misura_indicatori"), quanti);
            }
        }
        assert_eq!(righe.next(), None);
    })
}

#[test]
fn the_same_ciclo_gives_the_same_files_in_the_form_that_they_promise() -> std::io::Result<()> {
    con_ogni_ciclo(|ente, ciclo, scritti| {
        assert_eq!(scritti, files(ente, ciclo));
        let nomi: Vec<&str> = scritti.iter().map(|file| file.genere.nome()).collect();
        assert_eq!(
            nomi,
            [
                "obiettivi.csv",
                "indicatori.csv",
                "risultati.csv",
                "ciclo.json"
            ]
        );
        for file in scritti {
            let testo = std::str::from_utf8(&file.bytes).expect("UTF-8");
            assert!(!testo.starts_with('\u{feff}'), "{}", file.genere.nome());
            if file.genere.nome().ends_with("csv") {
                assert!(testo.ends_with("\r\n"), "{}", file.genere.nome());
            }
        }
        assert_eq!(json(scritti).schema_version, VERSIONE);
        // Reading and writing again changes nothing: keys keep their order.
        let testo = serde_json::to_string_pretty(&json(scritti)).expect("JSON") + "\n";
        assert_eq!(testo.as_bytes(), scritti[3].bytes);
    })
}

#[test]
fn columns_have_names_that_last_and_words_that_explain_them() {
    for TabellaDati { file, colonne } in dati::colonne() {
        let mut nomi: Vec<&str> = colonne.iter().map(|colonna| colonna.nome).collect();
        nomi.sort_unstable();
        nomi.dedup();
        assert_eq!(nomi.len(), colonne.len(), "{file}: a name stands twice");
        for colonna in colonne {
            let buono = |c: char| c.is_ascii_lowercase() || c == '_';
            assert!(colonna.nome.chars().all(buono), "{file}: {}", colonna.nome);
            assert!(
                colonna.descrizione.ends_with('.'),
                "{}",
                colonna.descrizione
            );
        }
    }
}

/// A ciclo of one card with one indicator, all of the same words.
fn ostile(testo: &str) -> Ciclo {
    let uno = |testo: &str| Codice::leggi(testo).expect("a code");
    let settore = Settore::nuovo(uno("uno"), testo);
    let ambito = Ambito::settore_intero(uno("uno"));
    let mut scheda = Obiettivo::nuovo(uno("OB-1"), testo, ambito, Conta::SenzaPeso);
    scheda.numero = Some(testo.to_owned());
    scheda.descrizione = Some(testo.to_owned());
    scheda.indicatori = vec![Indicatore {
        atteso: Valori::Unico(leggi_valore(testo, 2024)),
        ..Indicatore::nuovo(testo)
    }];
    scheda.risultato.nota = Some(testo.to_owned());
    Ciclo {
        settori: vec![settore],
        obiettivi: vec![scheda],
        ..Ciclo::nuovo(uno("2024"), Anni::uno(2024))
    }
}

fn ente_di(ciclo: &Ciclo, personale: NomiPersonale) -> Ente {
    Ente {
        codice: codice("prova"),
        lingua: griglia::model::Lingua::default(),
        denominazione: "Comune di Prova".to_owned(),
        luogo: "Prova".to_owned(),
        territorio: None,
        sito: None,
        dichiarazione_accessibilita: None,
        pubblicazione: Pubblicazione::default(),
        fonti: Vec::new(),
        recapiti: griglia::model::Recapiti::default(),
        personale,
        stemma: None,
        colore: None,
        abbreviazioni: Vec::new(),
        parole_straniere: Vec::new(),
        dati_allegati: DatiAllegati::No,
        pagine: Vec::new(),
        cicli: vec![ciclo.clone()],
    }
}

#[test]
fn no_cell_is_a_formula_and_a_number_stays_one() {
    for (scritto, cella) in [
        (
            "=HYPERLINK(\"http://esempio.it\";\"qui\")",
            "'=HYPERLINK(\"http://esempio.it\";\"qui\")",
        ),
        ("@SUM(A1:A9)", "'@SUM(A1:A9)"),
        ("+39 011 9891", "'+39 011 9891"),
        ("-1+1", "'-1+1"),
        ("\t=1+1", "'\t=1+1"),
        ("'quoted", "''quoted"),
        ("-3", "-3"),
        ("-49.268,82", "-49.268,82"),
        ("l'ente", "l'ente"),
    ] {
        let ciclo = ostile(scritto);
        let files = files(&ente_di(&ciclo, NomiPersonale::Riservati), &ciclo);
        let mut lettore = csv::Reader::from_reader(files[0].bytes.as_slice());
        let riga = lettore.records().next().expect("a row").expect("readable");
        assert_eq!(riga.get(4), Some(cella), "the title");
        assert_eq!(righe(&files, "obiettivi.csv")[0].dovuto("titolo"), scritto);
    }
    let ciclo = ostile("-3");
    let files = files(&ente_di(&ciclo, NomiPersonale::Riservati), &ciclo);
    let riga = &righe(&files, "indicatori.csv")[0];
    assert_eq!(riga.dovuto("atteso_numero"), "-3");
    assert_eq!(riga.dovuto("atteso"), "-3");
}

#[test]
fn names_of_employees_are_in_the_data_only_where_the_ente_publishes_them() {
    let mut ciclo = ostile("parole");
    let persona = Persona {
        categoria: Some("Istruttore".to_owned()),
        nome: Some("Nome Segreto".to_owned()),
        partecipazione: None,
    };
    ciclo.obiettivi[0].personale = vec![persona];
    for (nomi, pubblicato) in [
        (NomiPersonale::Riservati, false),
        (NomiPersonale::Pubblicati, true),
    ] {
        let files = files(&ente_di(&ciclo, nomi), &ciclo);
        let testi = files
            .iter()
            .map(|file| String::from_utf8_lossy(&file.bytes));
        let c_e = testi.into_iter().any(|testo| testo.contains("Segreto"));
        assert_eq!(c_e, pubblicato, "{nomi:?}");
    }
}

proptest! {
    #[test]
    fn hostile_words_come_back_from_every_file(
        testo in "['=+@\\-\t\r\n\", ;|\u{1f600}\u{0}àa-c0-9]{1,12}|\\PC{1,20}",
    ) {
        let ciclo = ostile(&testo);
        let files = files(&ente_di(&ciclo, NomiPersonale::Riservati), &ciclo);
        let letto = modello::ciclo(&json(&files));
        prop_assert_eq!(&letto, &ciclo);
        let scheda = &ciclo.obiettivi[0];
        let righe_obiettivi = righe(&files, "obiettivi.csv");
        prop_assert_eq!(&obiettivo(&righe_obiettivi[0], scheda), scheda);
        let riga = &righe(&files, "indicatori.csv")[0];
        prop_assert_eq!(&indicatore(riga, &[riga], &scheda.indicatori[0]), &scheda.indicatori[0]);
        let riga = &righe(&files, "risultati.csv")[0];
        prop_assert_eq!(riga.testo("nota"), Some(testo));
    }

    #[test]
    fn exact_decimals_stay_exact(cifre in any::<i64>(), decimali in 0_u32..=18) {
        let mut ciclo = ostile("parole");
        let punti = Decimal::new(cifre, decimali);
        let grado = Valutazione::Grado(Percentuale::new(punti));
        ciclo.obiettivi[0].risultato.esito = Esito::Unico(Some(grado));
        let files = files(&ente_di(&ciclo, NomiPersonale::Riservati), &ciclo);
        prop_assert_eq!(modello::ciclo(&json(&files)).obiettivi, ciclo.obiettivi);
        let riga = &righe(&files, "risultati.csv")[0];
        prop_assert_eq!(riga.numero("grado_percento"), Some(punti));
    }
}
