//! Results through a spreadsheet: exported, filled in, brought back; wrong and hostile files.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test fails by panicking"
)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::io::{Cursor, Read as _, Write as _};
use std::path::Path;
use std::process::Output;
use std::time::Instant;

use calamine::{Data, Reader as _, Xlsx};
use common::{Project, stderr, stdout};
use griglia::raccolta::lettura;
use proptest::prelude::*;
use zip::write::SimpleFileOptions;

const FINANZIARIO: &str = "content/caluso/2023/risultati/finanziario.yaml";
const STRUTTURA: &str = "content/caluso/2023/risultati/struttura.yaml";

/// Asks for a workbook of the settore finanziario of 2023.
fn esporta(project: &Project, file: &str) -> Output {
    project.griglia(&[
        "esporta",
        "raccolta",
        "--ente",
        "caluso",
        "--anno",
        "2023",
        "--settore",
        "finanziario",
        "-o",
        file,
    ])
}

/// The content with a workbook of the settore finanziario of 2023.
fn esportato() -> Project {
    let project = Project::caluso().unwrap();
    let esporta = esporta(&project, "fin.xlsx");
    assert_eq!(esporta.status.code(), Some(0), "{}", stderr(&esporta));
    project
}

type Celle = BTreeMap<(u32, u16), Data>;

/// A workbook in memory, to be filled in.
struct Libro(Vec<(String, Celle)>);

impl Libro {
    fn di(path: &Path) -> Self {
        let mut libro = Xlsx::new(Cursor::new(fs::read(path).unwrap())).unwrap();
        let fogli = libro.sheet_names().into_iter().map(|nome| {
            let campo = libro.worksheet_range(&nome).unwrap();
            let (riga, colonna) = campo.start().unwrap();
            let celle = campo.used_cells().map(|(r, c, valore)| {
                let dove = (
                    u32::try_from(r).unwrap() + riga,
                    u16::try_from(c).unwrap() + u16::try_from(colonna).unwrap(),
                );
                (dove, valore.clone())
            });
            let celle: Celle = celle.collect();
            (nome, celle)
        });
        Self(fogli.collect())
    }

    fn foglio(&mut self, nome: &str) -> &mut Celle {
        &mut self
            .0
            .iter_mut()
            .find(|(altro, _)| altro == nome)
            .unwrap()
            .1
    }

    /// The cell of a row, told by its first columns, under a heading.
    fn dove(&mut self, foglio: &str, chiave: &[&str], colonna: &str) -> (u32, u16) {
        let celle = self.foglio(foglio);
        let (_, colonna) = *celle
            .iter()
            .find(|((riga, _), valore)| {
                *riga == 0 && valore.to_string().lines().next() == Some(colonna)
            })
            .unwrap()
            .0;
        let riga = (1..100).find(|riga| {
            (0..).zip(chiave).all(|(posto, parola)| {
                celle
                    .get(&(*riga, posto))
                    .map(ToString::to_string)
                    .as_deref()
                    == Some(*parola)
            })
        });
        (riga.unwrap(), colonna)
    }

    fn scrivi(&mut self, foglio: &str, chiave: &[&str], colonna: &str, valore: Data) -> &mut Self {
        let dove = self.dove(foglio, chiave, colonna);
        self.foglio(foglio).insert(dove, valore);
        self
    }

    fn salva(&self, path: &Path) {
        let mut libro = rust_xlsxwriter::Workbook::new();
        for (nome, celle) in &self.0 {
            let foglio = libro.add_worksheet();
            foglio.set_name(nome).unwrap();
            for ((riga, colonna), valore) in celle {
                match valore {
                    Data::Float(numero) => foglio.write_number(*riga, *colonna, *numero),
                    Data::Bool(vero) => foglio.write_boolean(*riga, *colonna, *vero),
                    Data::DateTime(quando) => {
                        let formato = rust_xlsxwriter::Format::new().set_num_format("dd/mm/yyyy");
                        foglio.write_number_with_format(*riga, *colonna, quando.as_f64(), &formato)
                    }
                    altro => foglio.write_string(*riga, *colonna, altro.to_string()),
                }
                .unwrap();
            }
        }
        libro.save(path).unwrap();
    }
}

fn parole(testo: &str) -> Data {
    Data::String(testo.to_owned())
}

#[test]
fn what_is_filled_in_comes_back_and_nothing_else_changes() {
    let project = esportato();
    let con_commenti = format!(
        "# I risultati del settore\n{}",
        fs::read_to_string(project.path(FINANZIARIO))
            .unwrap()
            .replace(
                "  - obiettivo: FIN-03\n    grado: 95%\n",
                "  # la TARI\n  - obiettivo: FIN-03\n    grado: \"95%\" # validato\n"
            )
    );
    project.write(FINANZIARIO, &con_commenti).unwrap();
    let mut libro = Libro::di(&project.path("fin.xlsx"));
    libro
        .scrivi("Obiettivi", &["FIN-03"], "Grado", Data::Float(0.98))
        .scrivi("Obiettivi", &["STR-01"], "Grado", parole("92,5 %"))
        .scrivi(
            "Obiettivi",
            &["FIN-03"],
            "Cause dello scostamento",
            parole("=CMD()"),
        )
        .scrivi(
            "Indicatori",
            &["FIN-03", "1"],
            "Raggiunto",
            Data::Float(0.95),
        )
        .scrivi(
            "Indicatori",
            &["FIN-03", "2"],
            "Raggiunto",
            Data::Float(7.0),
        )
        // A day whose format went missing.
        .scrivi(
            "Indicatori",
            &["FIN-03", "3"],
            "Raggiunto",
            Data::Float(45_076.0),
        )
        .scrivi("Indicatori", &["FIN-03", "6"], "Esito", parole("raggiunto"));
    libro.salva(&project.path("fatto.xlsx"));

    let prova = project.griglia(&["importa", "raccolta", "fatto.xlsx", "--prova"]);
    assert_eq!(prova.status.code(), Some(0), "{}", stderr(&prova));
    assert_eq!(
        stdout(&prova),
        "Settore Finanziario, 2023: 7 valori cambiano

  STR-01
    grado: 95% → 92,5%

  FIN-03
    cause dello scostamento: niente → =CMD()
    grado: 95% → 98%
    indicatore 1, raggiunto: niente → 95%
    indicatore 2, raggiunto: niente → 7 giornate
    indicatore 3, raggiunto: niente → 30/05/2023
    indicatore 6, esito: niente → raggiunto

Solo una prova: non è stato scritto niente.
"
    );
    assert_eq!(
        fs::read_to_string(project.path(FINANZIARIO)).unwrap(),
        con_commenti
    );

    let importa = project.griglia(&["importa", "raccolta", "fatto.xlsx", "--si"]);
    assert_eq!(importa.status.code(), Some(0), "{}", stderr(&importa));
    let dopo = fs::read_to_string(project.path(FINANZIARIO)).unwrap();
    let tolte = similar::TextDiff::from_lines(&con_commenti, &dopo);
    let tolte: Vec<String> = tolte
        .iter_all_changes()
        .filter(|riga| riga.tag() == similar::ChangeTag::Delete)
        .map(|riga| riga.value().trim().to_owned())
        .collect();
    assert_eq!(tolte, ["grado: \"95%\" # validato"]);
    assert!(dopo.contains("    grado: \"98%\" # validato\n"), "{dopo}");
    let struttura = fs::read_to_string(project.path(STRUTTURA)).unwrap();
    assert!(struttura.contains("gradi: { amministrativo: 95%, finanziario: '92,5%', tecnico: 95%"));

    let ancora = project.griglia(&["importa", "raccolta", "fatto.xlsx"]);
    assert_eq!(
        stdout(&ancora),
        "Settore Finanziario, 2023: niente da cambiare.\n"
    );
    let build = project.griglia(&["build", "--quiet"]);
    assert_eq!(build.status.code(), Some(0), "{}", stderr(&build));
    let dati = fs::read_to_string(project.path("output/caluso/2023/dati/indicatori.csv")).unwrap();
    assert!(dati.contains("7 giornate"), "{dati}");
}

#[test]
fn a_new_file_is_made_where_there_is_none_as_readable_as_the_others() {
    let project = esportato();
    fs::remove_file(project.path(FINANZIARIO)).unwrap();
    let importa = project.griglia(&["importa", "raccolta", "fin.xlsx", "--si"]);
    assert_eq!(importa.status.code(), Some(0), "{}", stderr(&importa));
    let testo = fs::read_to_string(project.path(FINANZIARIO)).unwrap();
    assert!(
        testo.starts_with("risultati:\n  # Acquisizione risorse PNRR per la transizione digitale\n  - obiettivo: FIN-01\n    grado: 100%\n"),
        "{testo}"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let modo = |path: &str| {
            fs::metadata(project.path(path))
                .unwrap()
                .permissions()
                .mode()
        };
        assert_eq!(modo(FINANZIARIO), modo(STRUTTURA));
    }
    let cartella = fs::read_dir(project.path("content/caluso/2023/risultati")).unwrap();
    assert_eq!(cartella.count(), 6, "nothing is left behind");
}

#[test]
fn every_wrong_cell_is_named_at_once_and_nothing_is_written() {
    let project = esportato();
    let prima = fs::read_to_string(project.path(FINANZIARIO)).unwrap();
    let mut libro = Libro::di(&project.path("fin.xlsx"));
    libro
        .scrivi("Obiettivi", &["FIN-01"], "Grado", parole("molto"))
        .scrivi("Obiettivi", &["FIN-02"], "Esito", parole("raggiunto"))
        .scrivi("Obiettivi", &["FIN-03"], "Grado", Data::Float(1.3))
        .scrivi("Obiettivi", &["FIN-04"], "Grado", Data::Float(250.0))
        .scrivi("Obiettivi", &["STR-01"], "Nota", parole("non qui"))
        .scrivi("Indicatori", &["FIN-02", "2"], "Esito", parole("parziale"))
        .scrivi(
            "Indicatori",
            &["FIN-03", "2"],
            "Raggiunto",
            Data::Bool(true),
        )
        .scrivi("Indicatori", &["FIN-03", "3"], "Raggiunto", parole("80%"))
        .scrivi(
            "Indicatori",
            &["FIN-04", "2"],
            "Indicatore",
            parole("un altro"),
        )
        .scrivi(
            "Indicatori",
            &["FIN-04", "3"],
            "Obiettivo",
            parole("FIN-99"),
        );
    libro.salva(&project.path("male.xlsx"));
    let importa = project.griglia(&["importa", "raccolta", "male.xlsx", "--si"]);
    assert_eq!(importa.status.code(), Some(1));
    assert_eq!(
        fs::read_to_string(project.path(FINANZIARIO)).unwrap(),
        prima
    );
    let detto = stderr(&importa);
    for (dove, che_cosa) in [
        ("Obiettivi!D5", "errore[G015]: «molto»"),
        ("Obiettivi!E6", "un grado e un esito a parole"),
        ("Obiettivi!D7", "1,3 voglia dire 130% o 1,3%"),
        ("Obiettivi!D8", "errore[G015]: «250%»"),
        ("Obiettivi!L2", "non chiede niente"),
        (
            "Indicatori!G4",
            "accanto a «parziale» manca quanto è stato raggiunto",
        ),
        ("Indicatori!E6", "VERO"),
        ("Indicatori!E7", "avviso[G044]: il valore raggiunto «80%»"),
        ("Indicatori!C12", "nel piano qui c'è scritto «Approvazione"),
        ("Indicatori!A13", "la riga «FIN-99, 3» non è del piano"),
        ("Indicatori!A1", "mancano delle righe: FIN-04 3"),
    ] {
        let suo = detto.split("\n\n").any(|uno| {
            uno.contains(che_cosa)
                && uno
                    .lines()
                    .any(|riga| riga.ends_with(&format!("male.xlsx, {dove}")))
        });
        assert!(suo, "{dove}: {che_cosa}\n{detto}");
    }
    assert!(
        detto.contains("9 errori: non è stato scritto niente."),
        "{detto}"
    );
}

#[test]
fn sheets_and_rows_may_move_but_must_say_whose_they_are() {
    let project = esportato();
    let mut libro = Libro::di(&project.path("fin.xlsx"));
    libro.scrivi("Obiettivi", &["FIN-03"], "Grado", Data::Float(0.9));
    // Rows the other way round, an empty row, other names.
    let celle = libro.foglio("Obiettivi");
    let ultima = celle.keys().map(|(riga, _)| *riga).max().unwrap();
    *celle = celle
        .iter()
        .map(|((riga, colonna), valore)| {
            let nuova = if *riga == 0 { 0 } else { ultima - riga + 2 };
            ((nuova, *colonna), valore.clone())
        })
        .collect();
    for (nome, _) in &mut libro.0 {
        if nome != "griglia" {
            *nome = format!("Copia di {nome}");
        }
    }
    libro.0.reverse();
    libro.salva(&project.path("mosso.xlsx"));
    let importa = project.griglia(&["importa", "raccolta", "mosso.xlsx", "--prova"]);
    assert!(
        stdout(&importa).contains("1 valore cambia\n\n  FIN-03\n    grado: 95% → 90%"),
        "{}",
        stderr(&importa)
    );

    let intero = Libro::di(&project.path("fin.xlsx"));
    for (cambia, detto) in [
        ("toglie", "manca il foglio nascosto «griglia»"),
        ("versione", "il foglio è della versione «9»"),
        (
            "anno",
            "il foglio è di «caluso», 1999, settore «finanziario»",
        ),
        ("ente", "è stato cambiato: non dice più ente"),
    ] {
        let mut libro = Libro(intero.0.clone());
        match cambia {
            "toglie" => libro.0.retain(|(nome, _)| nome != "griglia"),
            "versione" => drop(libro.foglio("griglia").insert((0, 1), parole("9"))),
            "anno" => drop(libro.foglio("griglia").insert((2, 1), parole("1999"))),
            _ => drop(libro.foglio("griglia").remove(&(1, 0))),
        }
        libro.salva(&project.path("altro.xlsx"));
        let importa = project.griglia(&["importa", "raccolta", "altro.xlsx", "--si"]);
        assert_eq!(importa.status.code(), Some(1), "{cambia}");
        assert!(
            stderr(&importa).contains(detto),
            "{cambia}: {}",
            stderr(&importa)
        );
    }
}

/// Values by year and by settore, shares, points, words, reorganised settori: every form that there is.
#[test]
fn what_is_exported_comes_back_as_it_is_from_every_form() {
    let mut quanti = 0;
    for (forma, ciclo, settori) in [
        ("attivita", "2025", ["persona"].as_slice()),
        ("misure", "2025", &["tecnico", "finanziario", "struttura"]),
        ("pesi", "2024", &["tecnico", "finanziario", "vigilanza"]),
        ("esiti", "2024", &["servizi", "lavori", "struttura"]),
        (
            "programmi",
            "2025",
            &["amministrativo", "tecnico", "struttura"],
        ),
        (
            "unione",
            "2025",
            &["alto-tecnico", "basso-tecnico", "cultura"],
        ),
    ] {
        let project = Project::of(&Path::new("tests/abitudini").join(forma), "prova").unwrap();
        for settore in settori {
            let file = format!("{settore}.xlsx");
            let esporta = project.griglia(&[
                "esporta",
                "raccolta",
                "--anno",
                ciclo,
                "--settore",
                settore,
                "-o",
                &file,
            ]);
            assert_eq!(
                esporta.status.code(),
                Some(0),
                "{forma} {settore}: {}",
                stderr(&esporta)
            );
            let importa = project.griglia(&["importa", "raccolta", &file, "--prova"]);
            assert!(
                stdout(&importa).ends_with("niente da cambiare.\n"),
                "{forma} {settore}: {}{}",
                stdout(&importa),
                stderr(&importa)
            );
            quanti += 1;
        }
    }
    assert_eq!(quanti, 16);
}

#[test]
fn nothing_is_written_without_a_yes() {
    let project = esportato();
    let mut libro = Libro::di(&project.path("fin.xlsx"));
    libro.scrivi("Obiettivi", &["FIN-03"], "Grado", Data::Float(0.9));
    libro.salva(&project.path("fatto.xlsx"));
    let prima = fs::read_to_string(project.path(FINANZIARIO)).unwrap();
    let importa = std::process::Command::new(env!("CARGO_BIN_EXE_griglia"))
        .args(["importa", "raccolta", "fatto.xlsx"])
        .current_dir(project.path(""))
        .stdin(std::process::Stdio::null())
        .output()
        .unwrap();
    assert_eq!(importa.status.code(), Some(2));
    assert!(stderr(&importa).contains("Si può dare con --si"));
    assert_eq!(
        fs::read_to_string(project.path(FINANZIARIO)).unwrap(),
        prima
    );
}

#[test]
fn export_is_the_same_twice_and_never_overwrites() {
    let project = esportato();
    let prima = fs::read(project.path("fin.xlsx")).unwrap();
    let di_nuovo = |file: &str| esporta(&project, file);
    let ancora = di_nuovo("fin.xlsx");
    assert_eq!(ancora.status.code(), Some(2));
    assert!(stderr(&ancora).contains("fin.xlsx c'è già"));
    assert_eq!(di_nuovo("due.xlsx").status.code(), Some(0));
    assert_eq!(fs::read(project.path("due.xlsx")).unwrap(), prima);
}

#[test]
fn what_is_given_is_locked_and_no_text_is_a_formula() {
    let project = esportato();
    let mut archivio =
        zip::ZipArchive::new(fs::File::open(project.path("fin.xlsx")).unwrap()).unwrap();
    let mut foglio = |nome: &str| {
        let mut testo = String::new();
        archivio
            .by_name(nome)
            .unwrap()
            .read_to_string(&mut testo)
            .unwrap();
        testo
    };
    for nome in [
        "xl/worksheets/sheet1.xml",
        "xl/worksheets/sheet2.xml",
        "xl/worksheets/sheet3.xml",
    ] {
        let testo = foglio(nome);
        assert!(testo.contains("<sheetProtection "), "{nome}");
        assert!(!testo.contains("<f>"), "{nome}");
    }
    let obiettivi = foglio("xl/worksheets/sheet2.xml");
    assert!(obiettivi.contains("type=\"decimal\""));
    assert!(obiettivi.contains("type=\"list\""));
    assert!(obiettivi.contains("state=\"frozen\""));
    assert!(foglio("xl/worksheets/sheet3.xml").contains("type=\"date\""));
    assert!(foglio("xl/workbook.xml").contains("state=\"hidden\""));
    assert!(foglio("docProps/core.xml").contains("Comune di Caluso"));
}

fn archivio(voci: &[(&str, &[u8])]) -> Vec<u8> {
    let mut archivio = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (nome, byte) in voci {
        archivio
            .start_file(*nome, SimpleFileOptions::default())
            .unwrap();
        archivio.write_all(byte).unwrap();
    }
    archivio.finish().unwrap().into_inner()
}

fn ods(righe: &str) -> Vec<u8> {
    let contenuto = format!(
        "<office:document-content><office:body><office:spreadsheet><table:table table:name=\"A\">{righe}</table:table></office:spreadsheet></office:body></office:document-content>"
    );
    archivio(&[
        (
            "mimetype",
            b"application/vnd.oasis.opendocument.spreadsheet",
        ),
        ("content.xml", contenuto.as_bytes()),
        ("META-INF/manifest.xml", b"<manifest/>"),
    ])
}

/// Each is refused, with what to do, soon.
fn rifiutati(casi: Vec<(&str, Vec<u8>, &str)>) {
    for (nome, byte, detto) in casi {
        let inizio = Instant::now();
        let difetto = lettura::leggi(&byte).unwrap_err();
        assert!(
            difetto.messaggio.contains(detto),
            "{nome}: {}",
            difetto.messaggio
        );
        assert!(!difetto.rimedio.is_empty(), "{nome}");
        assert!(inizio.elapsed().as_secs() < 20, "{nome}");
    }
}

#[test]
fn hostile_files_are_refused_in_a_moment() {
    let zeri = vec![0; 100 * 1024 * 1024];
    let cifrato: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    let ole = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    let casi: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", Vec::new(), "non è un foglio di calcolo"),
        (
            "words",
            b"Codice;Grado\nFIN-01;95%\n".to_vec(),
            "non è un foglio di calcolo",
        ),
        (
            "a broken archive",
            b"PK\x03\x04 e poi basta".to_vec(),
            "è rovinato",
        ),
        (
            "another archive",
            archivio(&[("a.txt", b"a")]),
            "non è un foglio di calcolo",
        ),
        (
            "a way out",
            archivio(&[("../../fuori.txt", b"a"), ("xl/workbook.xml", b"<a/>")]),
            "fuori dalla sua cartella",
        ),
        (
            "an absolute way",
            archivio(&[("/etc/passwd", b"a"), ("xl/workbook.xml", b"<a/>")]),
            "fuori dalla sua cartella",
        ),
        (
            "a bomb",
            archivio(&[("xl/workbook.xml", b"<a/>"), ("xl/x.xml", &zeri)]),
            "molto più grande",
        ),
        (
            "macros",
            archivio(&[("xl/workbook.xml", b"<a/>"), ("xl/vbaProject.bin", b"a")]),
            "contiene macro",
        ),
        (
            "encrypted",
            [ole.as_slice(), &[0; 500], &cifrato].concat(),
            "protetto da una password",
        ),
        (
            "old",
            [ole.as_slice(), &[0; 500]].concat(),
            "vecchio formato .xls",
        ),
        (
            "no workbook",
            archivio(&[("xl/workbook.xml", b"<a>")]),
            "rovinato",
        ),
        (
            "encrypted ods",
            archivio(&[
                (
                    "mimetype",
                    b"application/vnd.oasis.opendocument.spreadsheet",
                ),
                ("META-INF/manifest.xml", b"<manifest:encryption-data/>"),
                ("content.xml", b"x"),
            ]),
            "protetto da una password",
        ),
        (
            "no marks",
            ods("<table:table-row><table:table-cell office:value=\"1\"/></table:table-row>"),
            "manca il foglio nascosto",
        ),
    ];
    rifiutati(casi);
}

#[test]
fn sheets_that_ask_for_more_than_there_is_are_refused() {
    let casi: Vec<(&str, Vec<u8>, &str)> = vec![
        (
            "repeated rows",
            ods(
                "<table:table-row table:number-rows-repeated=\"1000000\"><table:table-cell office:value-type=\"string\" table:number-columns-repeated=\"16000\"><text:p>a</text:p></table:table-cell></table:table-row>",
            ),
            "molto più grande",
        ),
        (
            "a gap",
            ods(
                "<table:table-row><table:table-cell office:value=\"1\"/></table:table-row><table:table-row table:number-rows-repeated=\"900000\"><table:table-cell/></table:table-row><table:table-row><table:table-cell table:number-columns-repeated=\"16000\"/><table:table-cell office:value=\"1\"/></table:table-row>",
            ),
            "molto più grande",
        ),
        (
            "spaces",
            ods(
                "<table:table-row><table:table-cell office:value-type=\"string\"><text:p><text:s text:c=\"4000000000\"/></text:p></table:table-cell></table:table-row>",
            ),
            "molto più grande",
        ),
    ];
    rifiutati(casi);
}

#[test]
fn a_cell_far_away_asks_for_no_memory() {
    let project = esportato();
    let mut libro = Libro::di(&project.path("fin.xlsx"));
    libro
        .foglio("Obiettivi")
        .insert((1_048_575, 16_383), parole("lontano"));
    libro.salva(&project.path("largo.xlsx"));
    let difetto = lettura::leggi(&fs::read(project.path("largo.xlsx")).unwrap()).unwrap_err();
    assert!(
        difetto.messaggio.contains("molto più grande"),
        "{}",
        difetto.messaggio
    );
}

/// What is never closed would be looked for without an end.
#[test]
fn sheets_that_break_off_are_damaged() {
    let cella =
        "<table:table-row><table:table-cell office:value-type=\"string\"><text:p>a</text:p>";
    let casi: Vec<(&str, Vec<u8>, &str)> = vec![
        ("a cell", ods(cella), "è rovinato"),
        (
            "a note",
            ods(&format!("{cella}<office:annotation>")),
            "è rovinato",
        ),
        (
            "names",
            ods("</table:table><table:named-expressions>"),
            "è rovinato",
        ),
        (
            "another end",
            ods(&format!("{cella}</table:table-row></table:table-cell>")),
            "è rovinato",
        ),
    ];
    rifiutati(casi);
}

/// Where the numbers of an address run over, it would become another one.
#[test]
fn addresses_that_no_sheet_has_are_damaged() {
    let intere = voci(&fs::read(esportato().path("fin.xlsx")).unwrap());
    let casi = [
        (
            "a row that runs over",
            "<row r=\"1\"",
            "<row r=\"4294967297\"",
        ),
        (
            "a cell that runs over",
            "<c r=\"A1\"",
            "<c r=\"A4294967297\"",
        ),
        (
            "a column that runs over",
            "<c r=\"A1\"",
            "<c r=\"AAAAAAAAAAAA1\"",
        ),
        (
            "a backward dimension",
            "<dimension ref=\"A1",
            "<dimension ref=\"ZZ999",
        ),
    ];
    for (nome, prima, dopo) in casi {
        let mut voci = intere.clone();
        let (_, foglio) = voci
            .iter_mut()
            .find(|(nome, _)| nome == "xl/worksheets/sheet2.xml")
            .unwrap();
        let testo = String::from_utf8(foglio.clone()).unwrap();
        assert!(testo.contains(prima), "{nome}: {prima} in the sheet");
        *foglio = testo.replacen(prima, dopo, 1).into_bytes();
        let voci: Vec<(&str, &[u8])> = voci
            .iter()
            .map(|(nome, byte)| (nome.as_str(), byte.as_slice()))
            .collect();
        rifiutati(vec![(nome, archivio(&voci), "è rovinato")]);
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// A workbook with bytes changed is read or refused, and never anything else.
    #[test]
    fn no_damage_panics(posti in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..12)) {
        thread_local! {
            static INTERO: Vec<u8> = fs::read(esportato().path("fin.xlsx")).unwrap();
        }
        let mut byte = INTERO.with(Clone::clone);
        for (posto, nuovo) in posti {
            let posto = posto.index(byte.len());
            byte[posto] = nuovo;
        }
        let _ = lettura::leggi(&byte);
    }

    /// The same for what is inside, packed again.
    #[test]
    fn no_damage_inside_panics(
        quale in any::<prop::sample::Index>(),
        posti in proptest::collection::vec((any::<prop::sample::Index>(), "[<>/\"=&;a-z0-9:ZR]{0,12}"), 1..6),
        come_ods in any::<bool>(),
    ) {
        thread_local! {
            static VOCI: Vec<(String, Vec<u8>)> = voci(&fs::read(esportato().path("fin.xlsx")).unwrap());
        }
        let mut voci = VOCI.with(Clone::clone);
        if come_ods {
            voci = vec![
                ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
                ("META-INF/manifest.xml".to_owned(), b"<manifest/>".to_vec()),
                ("content.xml".to_owned(), ODS.as_bytes().to_vec()),
            ];
        }
        let quale = if come_ods { 2 } else { quale.index(voci.len()) };
        for (posto, nuovo) in posti {
            let byte = &mut voci[quale].1;
            let posto = posto.index(byte.len() + 1);
            let fine = (posto + nuovo.len() / 2).min(byte.len());
            byte.splice(posto..fine, nuovo.bytes());
        }
        let voci: Vec<(&str, &[u8])> = voci.iter().map(|(nome, byte)| (nome.as_str(), byte.as_slice())).collect();
        let _ = lettura::leggi(&archivio(&voci));
    }
}

/// A small sheet with everything that a cell may hold.
const ODS: &str = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="A"><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1" table:number-columns-repeated="3"/><table:table-cell office:value-type="string"><text:p>a<text:s text:c="2"/>b &amp; c</text:p><text:p>d</text:p></table:table-cell><table:table-cell office:value-type="date" office:date-value="2023-05-31"/><table:table-cell office:value-type="boolean" office:boolean-value="true" table:formula="of:=TRUE()"/><table:covered-table-cell table:number-columns-repeated="9"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;

/// What is packed in an archive.
fn voci(byte: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archivio = zip::ZipArchive::new(Cursor::new(byte)).unwrap();
    let numeri = 0..archivio.len();
    let voci = numeri.map(|numero| {
        let mut voce = archivio.by_index(numero).unwrap();
        let mut byte = Vec::new();
        voce.read_to_end(&mut byte).unwrap();
        (voce.name().unwrap().into_owned(), byte)
    });
    voci.collect()
}
