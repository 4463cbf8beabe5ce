//! Entities with other habits than the real ones: what each writes, its pages and its PDFs say.
//!
//! Every folder of `tests/abitudini` is an invented entity that can stand in `content/`.

#![allow(
    clippy::panic,
    clippy::expect_used,
    reason = "a test fails by panicking"
)]

mod common;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;

use common::testi::{normal, page_text, pdf_text};
use common::{Project, files, stderr, stdout};

/// An entity of `tests/abitudini`, built.
struct Entity {
    project: Project,
    site: PathBuf,
    year: &'static str,
}

impl Entity {
    /// Checks it, which must find nothing, and builds it; every PDF must conform.
    fn built(name: &str, year: &'static str) -> io::Result<Self> {
        let project = Project::of(&Path::new("tests/abitudini").join(name), name)?;
        let checked = project.griglia(&["check"]);
        let said = format!("{}{}", stdout(&checked), stderr(&checked));
        assert!(said.contains("nessun problema"), "{name}: {said}");
        let output = project.griglia(&["build"]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", stderr(&output));
        let site = project.path("output").join(name);
        for (path, bytes) in files(&site)? {
            if path.rsplit('.').next() == Some("pdf") {
                common::assert_conforming(&path, &bytes);
            }
        }
        Ok(Self {
            project,
            site,
            year,
        })
    }

    /// Asserts that a page of the year says some words, in any place; `""` is the year's own page.
    fn page(&self, page: &str, words: &[&str]) -> io::Result<()> {
        let path = self.site.join(self.year).join(page).join("index.html");
        let text = normal(&page_text(&fs::read_to_string(path)?));
        says(&format!("page {page}"), &text, words);
        Ok(())
    }

    /// Asserts that a PDF of the year says some words.
    fn pdf(&self, name: &str, words: &[&str]) -> io::Result<()> {
        says(name, &self.pdf_text(name)?, words);
        Ok(())
    }

    fn pdf_text(&self, name: &str) -> io::Result<String> {
        let file = format!("{name}-{}.pdf", self.year);
        let path = self.site.join(self.year).join("documenti").join(file);
        Ok(normal(&pdf_text(&path)?))
    }

    fn griglia(&self, words: &[&str]) -> io::Result<()> {
        self.pdf("griglia-report-valutazione", words)
    }

    fn final_cards(&self, words: &[&str]) -> io::Result<()> {
        self.pdf("schede-obiettivi-finali", words)
    }
}

fn says(place: &str, text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(&normal(words)), "{place}: {words} in {text}");
    }
}

#[test]
fn weights_to_a_thousand_points_bands_and_conditions() -> io::Result<()> {
    let entity = Entity::built("pesi", "2024")?;
    entity.griglia(&[
        "Manutenzione dei sentieri Peso 600/1.000",
        "18 punti su 20 (pienamente raggiunto: vale 100%)",
        "75% (raggiunto in larga parte: vale 80%)",
        "Tempi di pagamento delle fatture Condizione",
        "Obiettivi del settore: punti su un peso di 1.000 920 Risultato del settore 92%",
        "punti su un peso di 950 450 Risultato del settore 47,37%",
        "«950»: così nell'atto approvato. I pesi approvati sommano a 950 e non a 1000.",
        "Una condizione non pesa: se non è soddisfatta, il risultato si annulla.",
        "Vigilanza – 1.000 su 1.000 0% (condizione non soddisfatta)",
        "Fasce: pienamente raggiunto da 90% (vale 100%); raggiunto in larga parte da 70% (vale 80%)",
    ])?;
    entity.final_cards(&[
        "Peso condizione: se non è soddisfatta, il risultato si annulla",
        "Valutato da Organismo indipendente di valutazione",
        "Sentieri segnati 70 40 km 40 km nessuno",
        "Spesa contenuta nel preventivo Meglio se basso. 30 12.000 € 15.000 €",
        "Media valore raggiunto % 94% (su 2 indicatori)",
        "Grado dichiarato 100% Dichiarato da il responsabile dell'Area tecnica",
        "Motivazione la segnaletica di due sentieri è provvisoria",
        "Nota il collaudo è di gennaio 2025",
        "Risultato degli indicatori 0% (su 1 indicatore)",
        "«Sportelino»: così nell'atto approvato. Si legga «Sportellino».",
        "«95,00 su 950»: così nell'atto approvato.",
    ])?;
    entity.page(
        "",
        &[
            "Manutenzione dei sentieri Peso 600 Pienamente raggiunto: 18 punti su 20",
            "Pubblicazioni obbligatorie Condizione Non raggiunto",
            "Vigilanza 0% Una condizione non è stata soddisfatta: il risultato si annulla.",
        ],
    )?;
    entity.page(
        "settori/finanziario",
        &["47,37%", "i pesi approvati sommano a 950 e non a 1000"],
    )?;
    entity.page(
        "obiettivi/TEC-01",
        &[
            "fatto (18 punti su 20, pienamente raggiunto: vale 100%).",
            "Grado dichiarato 100% Dichiarato da il responsabile dell'Area tecnica",
            "Risultato degli indicatori 94% (su 2 indicatori)",
        ],
    )?;
    entity.page(
        "obiettivi/VIG-02",
        &["Non raggiunto", "Nota mancano i dati del secondo semestre"],
    )
}

#[test]
fn rescaled_weights_results_in_words_and_beyond_the_target() -> io::Result<()> {
    let entity = Entity::built("esiti", "2024")?;
    entity.griglia(&[
        "Apertura serale della biblioteca Peso 120",
        "110% (oltre il previsto)",
        "Carta dei servizi Peso 40 non indicato raggiunto",
        "Questionario agli utenti Peso 40 non indicato parzialmente raggiunto",
        "Nuova palestra Peso 20 non indicato rinviato",
        "Bando per il parcheggio Peso 10 non indicato non valutabile",
        "Servizi 9 su 10 192 su 220 105,79% (su 190 di 230)",
        "Lavori – 27 su 60 45%",
        "I pesi non hanno un totale fisso: ciascuno conta in proporzione.",
    ])?;
    entity.final_cards(&[
        "Peso 120, riproporzionato alla somma dei pesi",
        "Quota Area Servizi: 40%, il responsabile dell'Area servizi",
        "Servizi: 100% (in linea); Lavori: 18 punti su 20 (in linea)",
        "Verifica intermedia Verifica finale",
        "Al 30 giugno 2024 31 dicembre 2024",
        "45% 110%; dagli indicatori 100% (su 1 indicatore)",
        "Media rispetto dei tempi % 100% 100% (su 1 indicatore)",
        "Provvedimenti da attivare sostituzione dell'operatore",
        "Cause esterne all'ufficio la gara provinciale è andata deserta",
        "Nota il contributo regionale arriva nel 2025",
    ])?;
    entity.page(
        "",
        &[
            "2 raggiunti del tutto, 3 raggiunti in parte, 1 non raggiunto, 1 rinviato e 1 non valutabile",
            "Apertura serale della biblioteca Peso 120 Oltre il previsto: 110%",
            "Trasloco degli uffici Peso 20",
            "Trasloco degli uffici Peso 30",
            "Nuova palestra Peso 20 Rinviato",
        ],
    )?;
    entity.page(
        "obiettivi/STR-01",
        &[
            "In linea: 90%",
            "fatto in parte (90%, in linea).",
            "Lavori non valutabile",
        ],
    )?;
    entity.page(
        "obiettivi/LAV-02",
        &["rinviato, perciò non ha parte nel risultato."],
    )?;
    entity.page(
        "obiettivi/LAV-01",
        &["Cause esterne all'ufficio la gara provinciale è andata deserta"],
    )
}

#[test]
fn several_bodies_in_one_plan_and_a_total_per_person() -> io::Result<()> {
    let entity = Entity::built("unione", "2025")?;
    entity.griglia(&[
        "Allegato alla deliberazione G.U. n. 19 del 28 maggio 2026",
        "Settore Tecnico (Comune di Prova Alta) Responsabile: il responsabile tecnico di Prova Alta",
        "Dal 1° luglio 2025: si chiama «Tecnico e ambiente»; ne risponde il segretario dell'Unione; decreto del presidente n. 7.",
        "Dal 1° ottobre 2025: confluisce in Settore Tecnico (Comune di Prova Alta).",
        "Consegna del catasto: 31/01/2026",
        "Il risultato di un responsabile è la stessa media, sugli obiettivi di cui risponde",
        "il responsabile della cultura 93%",
        "il responsabile dello Sportello dell'edilizia 70%",
        "il responsabile tecnico di Prova Alta 96%",
        "il responsabile tecnico di Prova Bassa 66%",
        "il segretario dell'Unione 84%",
    ])?;
    entity.final_cards(&[
        "50%, il responsabile tecnico di Prova Alta, dal 1° gennaio 2025, fino al 30 giugno 2025",
        "50%, il segretario dell'Unione, dal 1° luglio 2025, fino al 31 dicembre 2025",
        "Ufficio Sportello dell'edilizia Responsabile il responsabile dello Sportello dell'edilizia",
        "Fase 1 (2026)",
        "Consegna del catasto 31/01/2026 29/01/2026 -2 giorni",
    ])?;
    entity.page(
        "",
        &[
            "Risultato di ciascun responsabile",
            "il segretario dell'Unione 84%",
            "Tecnico (Comune di Prova Bassa)",
        ],
    )?;
    entity.page(
        "settori/alto-tecnico",
        &[
            "Comune di Prova Alta",
            "Dal 1° luglio 2025: si chiama «Tecnico e ambiente»",
        ],
    )?;
    entity.page(
        "settori/cultura",
        &["Dal 1° ottobre 2025: confluisce in Settore Tecnico (Comune di Prova Alta)."],
    )?;
    entity.page(
        "settori/alto-tecnico/sue",
        &["Responsabile il responsabile dello Sportello dell'edilizia"],
    )
}

#[test]
fn from_the_mandate_down_and_a_total_of_the_whole_ente() -> io::Result<()> {
    let entity = Entity::built("programmi", "2025")?;
    entity.griglia(&[
        "Risultati della programmazione",
        "Programma 01.02: Segreteria generale. Giudizio del DUP, non delle schede. 88%",
        "Obiettivo strategico OS-1: Il comune a portata di telefono parzialmente raggiunto",
        "Il risultato dell'ente è la stessa media, su tutti i suoi obiettivi.",
        "Tutto l'ente 81,5%",
    ])?;
    entity.final_cards(&[
        "Linea di mandato 1 Una città che si muove Missione 01 Servizi istituzionali e generali Programma 01.02 Segreteria generale Programma 01.10 Risorse umane Obiettivo strategico OS-1 Il comune a portata di telefono",
        "Collegamento con il DUP Sezione operativa, pagina 31",
        "Peso 40 dell'obiettivo di cui fa parte Fa parte di Ciclabile del lungofiume",
        "Risultato delle parti 70%, su 2 parti valutate",
    ])?;
    entity.page(
        "",
        &[
            "5 obiettivi per 2 settori",
            "Progetto della ciclabile (parte di TE-01) Vale 40 su 100",
            "Tutto l'ente 81,5%",
            "Programma 01.02: Segreteria generale. Giudizio del DUP, non delle schede. 88%",
        ],
    )?;
    entity.page(
        "programmazione",
        &[
            "Programma 01.02 Segreteria generale Sotto: 01 Servizi istituzionali e generali Risultato: 88%",
            "Sotto: 01.02 Segreteria generale Sotto: 01.10 Risorse umane",
            "Risultato: parzialmente raggiunto",
        ],
    )?;
    entity.page(
        "obiettivi/TE-01",
        &["Risultato delle parti 70%", "Di che cosa è fatto"],
    )
}

#[test]
fn activities_month_by_month_in_a_form_of_its_own() -> io::Result<()> {
    let entity = Entity::built("attivita", "2025")?;
    entity.final_cards(&[
        "Squadra di lavoro Categoria % partecipazione Istruttore 60% Operatore 15% Totale partecipazione 75%",
        "Azioni e traguardi Azione Quando Previsto Ottenuto Scostamento",
        "Questionario alle famiglie 30/06/2025 25/06/2025 -5 giorni",
        "Distribuzione della frutta S S S P P F",
        "P: mese previsto; S: previsto e svolto; F: svolto fuori piano.",
        "Avvio del centro 01/07/2025 raggiunto in parte: 50%",
        "il fornitore ha cessato in aprile",
        "Hanno mangiato frutta undici classi su dodici.",
    ])?;
    let text = entity.pdf_text("schede-obiettivi-finali")?;
    let places: Vec<Option<usize>> = [
        "squadra di lavoro",
        "azioni e traguardi",
        "calendario",
        "che cosa ci aspettiamo",
        "finalità",
        "risultati ottenuti",
    ]
    .iter()
    .map(|section| text.find(section))
    .collect();
    assert!(
        places.iter().all(Option::is_some) && places.is_sorted(),
        "{places:?}"
    );
    entity.page(
        "obiettivi/PE-01",
        &[
            "negli atti c'è che cosa è stato fatto, ma non un grado di raggiungimento",
            "Distribuzione della frutta S S S P P F",
            "Che cosa ci aspettiamo Ogni classe, ogni settimana.",
            "Risultato degli indicatori 80% (su 2 indicatori)",
        ],
    )
}

#[test]
fn a_name_that_is_not_published_is_in_no_file() -> io::Result<()> {
    let private = Entity::built("attivita", "2025")?;
    let name = "Nome Segreto";
    let written = files(&private.project.path("content"))?;
    assert!(written.iter().any(|(_, bytes)| holds(bytes, name)));
    for (path, bytes) in files(&private.project.path("output"))? {
        let path = private.project.path("output").join(path);
        let opened = match path.extension() {
            Some(pdf) if pdf == "pdf" => opened(&path)?,
            _ => Vec::new(),
        };
        for bytes in [bytes, opened] {
            assert!(!holds(&bytes, "Segreto"), "{}", path.display());
        }
    }
    let public = Entity::built("misure", "2025")?;
    // The same search finds the name that is published.
    let cards = "2025/documenti/schede-obiettivi-finali-2025.pdf";
    assert!(holds(&opened(&public.site.join(cards))?, "Pubblico"));
    let words = ["Cognome e nome % partecipazione Istruttore Nome Pubblico Uno 30%"];
    public.final_cards(&words)?;
    public.page("obiettivi/TEC-01", &words)
}

/// What a PDF holds compressed: its objects opened, and its glyphs as a reader reads them.
fn opened(pdf: &Path) -> io::Result<Vec<u8>> {
    let qpdf = Command::new("qpdf")
        .args(["--qdf", "--object-streams=disable"])
        .arg(pdf)
        .arg("-")
        .output()?;
    assert!(qpdf.status.success(), "{}", stderr(&qpdf));
    Ok([qpdf.stdout, pdf_text(pdf)?.into_bytes()].concat())
}

/// Whether bytes hold some words, as text or as the two-byte strings of a PDF.
fn holds(bytes: &[u8], words: &str) -> bool {
    let wide: Vec<u8> = words.bytes().flat_map(|byte| [0, byte]).collect();
    [words.as_bytes(), &wide]
        .iter()
        .any(|words| bytes.windows(words.len()).any(|window| window == *words))
}

#[test]
fn values_by_settore_and_year_with_their_past() -> io::Result<()> {
    let entity = Entity::built("misure", "2025")?;
    entity.griglia(&[
        "Fatture pagate entro trenta giorni: Tecnico 90%, Finanziario 95%",
        "Superficie rimboschita: 5 ettari",
        "Spesa per le piantine: 1.249.268,82 €",
        "Bilancio partecipato Peso 80/100 non indicato 100%",
    ])?;
    entity.final_cards(&[
        "Tecnico: 90%; Finanziario: 95% Tecnico: 81%; Finanziario: 97% Tecnico: -9 punti; Finanziario: +2 punti",
        "Media rispetto dei tempi % 95% (su 1 indicatore)",
        "Superficie rimboschita Formula: somma delle particelle piantate Fonte: registro forestale 2023: 1 ettari; 2024: 2 ettari 2 ettari 2025: 5 ettari; 2026: 8 ettari 2025: 4 ettari 2025: -1 ettari",
        "Ore dei volontari 300 ore 320 ore +20 ore",
        "-49.268,82 €",
        "Reclami - -",
        "Media valore raggiunto % 93,33% (su 3 indicatori)",
    ])?;
    entity.page(
        "obiettivi/STR-01",
        &["Tecnico: 81%; Finanziario: 97%", "Tecnico: -9 punti"],
    )?;
    entity.page(
        "obiettivi/TEC-01",
        &[
            "Formula: somma delle particelle piantate",
            "Fonte: registro forestale",
            "2023: 1 ettari; 2024: 2 ettari",
            "2025: 5 ettari; 2026: 8 ettari",
            "1.249.268,82 €",
        ],
    )
}

#[test]
fn what_stands_beside_the_text_reaches_pdf_and_page() -> io::Result<()> {
    let entity = Entity::built("esiti", "2024")?;
    entity.pdf(
        "relazione-performance",
        &[
            "Approvato con la deliberazione n. 9; segue il DUP.",
            "Domande allo sportello",
            "Lo valida il Nucleo di valutazione.",
            "F.to il sindaco di Prova Bassa",
            "F.to il segretario di Prova Bassa",
            "Impronta SHA-256",
        ],
    )?;
    let page = fs::read_to_string(entity.site.join("andamento/index.html"))?;
    assert!(
        page.contains("src=\"figure/barre.svg\" alt=\"Tre barre che crescono\""),
        "{page}"
    );
    assert!(page.contains("role=\"doc-noteref\""), "{page}");
    assert!(entity.site.join("andamento/figure/barre.svg").is_file());
    Ok(())
}

#[test]
fn the_colophon_says_what_sha256sum_says() -> io::Result<()> {
    let entity = Entity::built("esiti", "2024")?;
    let content = entity.project.path("content/esiti/2024");
    let list = Command::new("sh")
        .args([
            "-c",
            "find . -type f -printf '%P\\n' | LC_ALL=C sort | xargs -d '\\n' sha256sum | sha256sum",
        ])
        .current_dir(content)
        .output()?;
    let said = String::from_utf8_lossy(&list.stdout).into_owned();
    let digest = said.split_whitespace().next().unwrap_or_default();
    assert_eq!(digest.len(), 64, "{said}");
    let pdf = entity.pdf_text("relazione-performance")?;
    let pdf: String = pdf.split_whitespace().collect();
    assert!(pdf.contains(digest), "{digest}");
    Ok(())
}

#[test]
fn the_data_of_the_year_ride_inside_what_closes_it() -> io::Result<()> {
    let entity = Entity::built("esiti", "2024")?;
    let folder = tempfile::tempdir()?;
    let pdf = entity
        .site
        .join("2024/documenti/griglia-report-valutazione-2024.pdf");
    let taken_out = Command::new("pdfdetach")
        .args(["-saveall", "-o"])
        .arg(folder.path())
        .arg(&pdf)
        .output()?;
    assert!(taken_out.status.success(), "{taken_out:?}");
    for name in [
        "obiettivi.csv",
        "indicatori.csv",
        "risultati.csv",
        "ciclo.json",
    ] {
        let inside = fs::read(folder.path().join(name))?;
        let published = fs::read(entity.site.join("2024/dati").join(name))?;
        assert!(inside == published, "{name}");
    }
    Ok(())
}
