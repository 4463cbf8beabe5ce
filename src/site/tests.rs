//! The site of Caluso 2023, seen as files.

mod caluso;
mod ricerca;

use super::*;
use crate::model::Esito;
use crate::parole::italiano;

fn documento(status: DocumentStatus) -> PublishedDocument {
    PublishedDocument {
        ciclo: caluso::codice("2023"),
        title: "Griglia report valutazione".to_owned(),
        path: "2023/documenti/griglia-report-valutazione-2023.pdf".to_owned(),
        bytes: 83_900,
        sha256: "0f".repeat(32),
        date: NaiveDate::from_ymd_opt(2024, 5, 3),
        kind: TipoAllegato::Relazione,
        format: FormatoAllegato::Pdf,
        origin: DocumentOrigin::Composed,
        act: Some("G.C. n. 48 del 3 maggio 2024".to_owned()),
        status,
    }
}

fn dati() -> PublishedData {
    PublishedData {
        ciclo: caluso::codice("2023"),
        title: "Obiettivi".to_owned(),
        description: "Gli obiettivi, uno per riga.".to_owned(),
        path: "2023/dati/obiettivi.csv".to_owned(),
        bytes: 12_300,
    }
}

fn files_of(
    ente: &Ente,
    downloads: Downloads<'_>,
    theme: &Theme,
) -> Result<Vec<OutputFile>, SiteError> {
    let files = std::sync::Mutex::new(Vec::new());
    render(ente, downloads, theme, &italiano(), &|file| {
        if let Ok(mut files) = files.lock() {
            files.push(file);
        }
        Ok::<_, SiteError>(())
    })?;
    // Pages are made side by side: their order is nobody's promise.
    let mut files = files.into_inner().unwrap_or_default();
    files.sort_by(|one, other| one.path.cmp(&other.path));
    Ok(files)
}

fn sito(ente: &Ente) -> Vec<OutputFile> {
    let files = Theme::embedded()
        .map_err(|errore| errore.to_string())
        .and_then(|theme| {
            let downloads = Downloads {
                documents: &[documento(DocumentStatus::Approved)],
                data: &[dati()],
            };
            files_of(ente, downloads, &theme).map_err(|errore| format!("{errore}"))
        });
    match files {
        Ok(files) => files,
        Err(errore) => unreachable!("the embedded theme fits its models: {errore}"),
    }
}

fn has_ending(file: &OutputFile, ending: &str) -> bool {
    std::path::Path::new(&file.path).extension() == Some(ending.as_ref())
}

fn html<'a>(files: &'a [OutputFile], path: &str) -> &'a str {
    let file = files.iter().find(|file| file.path == path);
    let html = file.and_then(|file| std::str::from_utf8(&file.bytes).ok());
    html.unwrap_or_else(|| unreachable!("{path} is a page"))
}

#[test]
fn every_page_has_its_place() {
    let ente = caluso::ente();
    let files = sito(&ente);
    for path in [
        "index.html",
        "2023/index.html",
        "2023/settori/polizia/index.html",
        "2023/obiettivi/FIN-03/index.html",
        "come-leggere/index.html",
        "ricerca/index.html",
        "ricerca/indice.js",
        "assets/stile.css",
        "assets/fonts/titillium-web-400.woff2",
    ] {
        assert!(files.iter().any(|file| file.path == path), "{path}");
    }
    assert!(files.iter().all(|file| !has_ending(file, "ttf")));
    let pagine = files.iter().filter(|file| has_ending(file, "html"));
    assert_eq!(pagine.count(), 1 + 1 + 5 + 25 + 3 + 5);
}

#[test]
fn same_input_same_bytes() {
    assert_eq!(sito(&caluso::ente()), sito(&caluso::ente()));
}

#[test]
fn the_year_tells_how_it_went() {
    let files = sito(&caluso::ente());
    let anno = html(&files, "2023/index.html");
    assert!(anno.contains(
        "25 obiettivi per 5 settori: 19\u{a0}raggiunti del tutto, 5\u{a0}raggiunti in parte e 1\u{a0}non raggiunto."
    ));
    for risultato in ["83%", "98,75%", "99,5%", "91,5%"] {
        assert!(anno.contains(risultato), "{risultato}");
    }
    assert!(anno.contains("(PDF, 84\u{a0}kB)"));
    assert!(anno.contains("href=\"documenti/griglia-report-valutazione-2023.pdf\""));
    assert!(anno.contains("Allegato a G.C. n. 48 del 3 maggio 2024"));
}

#[test]
fn the_year_leads_to_its_open_data() {
    let files = sito(&caluso::ente());
    let anno = html(&files, "2023/index.html");
    for detto in [
        "<a class=\"list-item px-0\" href=\"#dati-aperti\">",
        "<h2 id=\"dati-aperti\">Dati aperti</h2>",
        "href=\"dati/obiettivi.csv\">Obiettivi <span class=\"fw-normal\">(CSV, 12\u{a0}kB)</span>",
        "Gli obiettivi, uno per riga.",
        "CC BY 4.0",
        "href=\"#it-file-csv\"",
    ] {
        assert!(anno.contains(detto), "{detto}");
    }
}

#[test]
fn an_objective_says_what_came_of_it() {
    let files = sito(&caluso::ente());
    let bandi = html(&files, "2023/obiettivi/AMM-02/index.html");
    assert!(bandi.contains("questo obiettivo nel 2023: fatto in parte (30%)."));
    assert!(bandi.contains("href=\"../../settori/amministrativo/index.html\""));
    let struttura = html(&files, "2023/obiettivi/STR-01/index.html");
    assert!(struttura.contains("in tutti i settori"));
    let manuale = html(&files, "2023/obiettivi/AMM-09/index.html");
    assert!(manuale.contains("non fatto (0%)."));
    let ultimo = html(&files, "2023/obiettivi/FIN-04/index.html");
    assert!(ultimo.contains("href=\"../FIN-03/index.html\" rel=\"prev\""));
    assert!(!ultimo.contains("rel=\"next\""));
}

#[test]
fn not_assessed_is_said_in_words_and_never_drawn_as_zero() {
    let mut ente = caluso::ente();
    for obiettivo in ente.cicli.iter_mut().flat_map(|ciclo| &mut ciclo.obiettivi) {
        obiettivo.risultato.esito = match obiettivo.risultato.esito {
            Esito::Unico(_) => Esito::Unico(None),
            Esito::PerSettore(_) => Esito::PerSettore(std::collections::BTreeMap::new()),
        };
    }
    let files = sito(&ente);
    for path in [
        "index.html",
        "2023/index.html",
        "2023/settori/finanziario/index.html",
        "2023/obiettivi/FIN-03/index.html",
        "2023/obiettivi/STR-01/index.html",
    ] {
        let pagina = html(&files, path);
        let parole = pagina
            .to_lowercase()
            .replace("non ancora valutat", "non valutat");
        assert!(parole.contains("non valutat"), "{path}");
        assert!(!pagina.contains("role=\"progressbar\""), "{path}");
        assert!(!pagina.contains(">0%") && !pagina.contains(" 0%"), "{path}");
    }
}

#[test]
fn the_foot_leads_where_the_public_validators_look() {
    let mut ente = caluso::ente();
    let senza = sito(&ente);
    assert!(html(&senza, "index.html").contains("data-element=\"legal-notes\""));
    assert!(!html(&senza, "index.html").contains("accessibility-link"));
    let indirizzo = "https://form.agid.gov.it/view/esempio";
    ente.dichiarazione_accessibilita = Some(indirizzo.to_owned());
    let con = sito(&ente);
    let atteso = format!("<a href=\"{indirizzo}\" data-element=\"accessibility-link\"");
    assert!(html(&con, "2023/obiettivi/FIN-03/index.html").contains(&atteso));
}

#[test]
fn a_draft_says_so() {
    let Ok(theme) = Theme::embedded() else {
        unreachable!("the embedded theme parses")
    };
    let ente = caluso::ente();
    let downloads = Downloads {
        documents: &[documento(DocumentStatus::Draft)],
        data: &[],
    };
    let Ok(files) = files_of(&ente, downloads, &theme) else {
        unreachable!("the embedded theme fits its models")
    };
    assert!(html(&files, "2023/index.html").contains("Bozza"));
}

#[test]
fn results_without_an_approving_act_are_provisional() {
    let mut ente = caluso::ente();
    let pagine = ["2023/index.html", "2023/obiettivi/FIN-03/index.html"];
    let files = sito(&ente);
    assert!(
        pagine
            .iter()
            .all(|path| !html(&files, path).contains("Dati provvisori"))
    );
    for ciclo in &mut ente.cicli {
        ciclo
            .atti
            .retain(|atto| atto.ruolo != crate::model::RuoloAtto::Relazione);
    }
    let files = sito(&ente);
    assert!(
        pagine
            .iter()
            .all(|path| html(&files, path).contains("Dati provvisori"))
    );
}

#[test]
fn words_of_the_content_are_escaped_everywhere() {
    let mut ente = caluso::ente();
    for ciclo in &mut ente.cicli {
        for obiettivo in &mut ciclo.obiettivi {
            "<b>\"titolo\" & 'altro'".clone_into(&mut obiettivo.titolo);
        }
    }
    "Comune <di> \"Caluso\"".clone_into(&mut ente.denominazione);
    for file in sito(&ente).iter().filter(|file| has_ending(file, "html")) {
        let pagina = std::str::from_utf8(&file.bytes).unwrap_or_default();
        assert!(!pagina.contains("<b>"), "{}", file.path);
        assert!(!pagina.contains("<di>"), "{}", file.path);
    }
}

#[test]
fn a_page_without_heading_takes_its_name_from_its_file() {
    let mut ente = caluso::ente();
    ente.pagine
        .push(caluso::pagina("carta-dei-servizi", "Solo testo."));
    let files = sito(&ente);
    assert!(html(&files, "carta-dei-servizi/index.html").contains(">carta dei servizi</h1>"));
}

#[test]
fn the_index_leads_to_every_ente() {
    let ente = caluso::ente();
    let Ok(theme) = Theme::embedded() else {
        unreachable!("the embedded theme parses")
    };
    let in_breve = (ente.codice.clone(), InBreve::di(&ente));
    let Ok(files) = render_index(&[in_breve.clone(), in_breve], &theme, &italiano()) else {
        unreachable!("the embedded theme fits its models")
    };
    assert!(html(&files, "index.html").contains("href=\"caluso/index.html\""));
}

/// Caluso with the year before: other grades, one settore less, one objective of its own.
fn due_anni() -> Ente {
    let mut ente = caluso::ente();
    let Some(dopo) = ente.cicli.first().cloned() else {
        unreachable!("there is a year")
    };
    let mut prima = dopo;
    prima.codice = caluso::codice("2022");
    let Ok(anni) = crate::model::leggi_anni("2022") else {
        unreachable!("it is a year")
    };
    prima.anni = anni;
    for obiettivo in &mut prima.obiettivi {
        if obiettivo.codice.as_str() == "AMM-02" {
            "Un impegno di allora".clone_into(&mut obiettivo.titolo);
        }
        if obiettivo.codice.as_str() == "FIN-03" {
            let zero = crate::model::Percentuale::new(0.into());
            obiettivo.risultato.esito = Esito::Unico(Some(crate::model::Valutazione::Grado(zero)));
        }
    }
    prima
        .settori
        .retain(|settore| settore.codice.as_str() != "polizia");
    prima.obiettivi.retain(|obiettivo| {
        obiettivo
            .ambito
            .settore()
            .is_none_or(|codice| codice.as_str() != "polizia")
    });
    ente.cicli.push(prima);
    ente
}

#[test]
fn two_years_stand_side_by_side() {
    let files = sito(&due_anni());
    let confronto = html(&files, "confronto/2022-2023/index.html");
    for detto in [
        // FIN-03 weighs 15: from 0 % to 95 %.
        "salito di 14,25 punti",
        "uguale",
        "Nel 2022 non c’era.",
        "Obiettivi nuovi nel 2023",
        "Un impegno di allora",
        "href=\"../../2022/obiettivi/AMM-02/index.html\"",
    ] {
        assert!(confronto.contains(detto), "{detto}");
    }
    for (path, href) in [
        ("index.html", "href=\"confronto/2022-2023/index.html\""),
        (
            "2022/index.html",
            "href=\"../confronto/2022-2023/index.html\"",
        ),
        (
            "2023/index.html",
            "href=\"../confronto/2022-2023/index.html\"",
        ),
        ("confronto/index.html", "href=\"2022-2023/index.html\""),
    ] {
        assert!(html(&files, path).contains(href), "{path}");
    }
    let settore = html(&files, "2023/settori/finanziario/index.html");
    assert!(settore.contains("Anno per anno") && settore.contains("salito di 14,25 punti"));
    let solo = sito(&caluso::ente());
    assert!(solo.iter().all(|file| !file.path.starts_with("confronto/")));
    assert!(!html(&solo, "2023/settori/finanziario/index.html").contains("Anno per anno"));
}

#[test]
fn the_first_page_says_how_the_years_went() {
    let files = sito(&due_anni());
    let inizio = html(&files, "index.html");
    assert!(inizio.contains("19 obiettivi raggiunti del tutto su 25 valutati (76%)"));
    assert!(inizio.contains("Nel 2023 sono stati raggiunti del tutto 19 obiettivi su 25"));
    assert!(!html(&sito(&caluso::ente()), "index.html").contains("Come è andata negli anni"));
}

#[test]
fn weights_stand_from_the_heaviest() {
    let files = sito(&caluso::ente());
    let settore = html(&files, "2023/settori/finanziario/index.html");
    let posto = |detto: &str| settore.find(detto);
    assert!(posto("Quanto conta ogni obiettivo").is_some());
    assert!(posto("Peso 25 su 100") < posto("Peso 15 su 100"));
    assert!(posto("Peso 15 su 100") < posto("Peso 5 su 100"));
}

#[test]
fn the_colour_and_the_coat_of_arms_of_the_ente() {
    let mut ente = caluso::ente();
    let senza = sito(&ente);
    assert!(!html(&senza, "index.html").contains("colori.css"));
    ente.colore = Some(crate::model::Colore(0x7A, 0x1F, 0x2B));
    let stemma = "<svg xmlns='http://www.w3.org/2000/svg' width='40' height='80'><path fill='#b00020' d='M0 0H40V80Z'/></svg>";
    let Ok(immagine) = crate::picture::read(stemma.as_bytes()) else {
        unreachable!("it is a picture")
    };
    ente.stemma = Some(crate::model::Stemma {
        immagine: std::sync::Arc::new(immagine),
        testo_alternativo: "Stemma".to_owned(),
    });
    let con = sito(&ente);
    assert!(html(&con, "colori.css").contains("--testata: #7A1F2B;"));
    assert!(html(&con, "stemma.svg").contains("#b00020"));
    let pagina = html(&con, "2023/obiettivi/FIN-03/index.html");
    assert!(pagina.contains("href=\"../../../colori.css\""));
    assert!(pagina.contains("src=\"../../../stemma.svg\" alt=\"\" width=\"28\" height=\"56\""));
}

#[test]
fn what_the_ente_has_not_written_is_there_all_the_same() {
    let mut ente = caluso::ente();
    ente.pagine.clear();
    ente.recapiti.segnalazioni = Some("https://esempio.it/segnala".to_owned());
    ente.recapiti.faq = Some("https://esempio.it/faq".to_owned());
    ente.recapiti.privacy = Some("https://esempio.it/privacy".to_owned());
    let files = sito(&ente);
    let note = html(&files, "note-legali/index.html");
    assert!(note.contains("data-element=\"legal-notes-section\">Licenza dei contenuti<"));
    assert_eq!(note.matches("data-element=\"legal-notes-body\"").count(), 2);
    for elemento in [
        "privacy-policy-link",
        "faq",
        "report-inefficiency",
        "legal-notes",
    ] {
        assert!(
            note.contains(&format!("data-element=\"{elemento}\"")),
            "{elemento}"
        );
    }
    let accessibilita = html(&files, "accessibilita/index.html");
    assert!(
        accessibilita
            .contains("https://esempio.it/segnala\" rel=\"external\">segnalarlo all’ente<")
    );
    assert!(html(&files, "come-leggere/index.html").contains("id=\"glossario-peso\""));
}

#[test]
fn labels_lead_to_what_they_mean() {
    let files = sito(&caluso::ente());
    let scheda = html(&files, "2023/obiettivi/FIN-03/index.html");
    assert!(scheda.contains("href=\"../../../come-leggere/index.html#glossario-peso\">Peso<"));
    let spiegazioni = html(&files, "come-leggere/index.html");
    assert!(spiegazioni.contains("Ogni anno il Comune fissa degli obiettivi."));
    assert!(spiegazioni.contains("<dt id=\"glossario-peso\">Peso</dt>"));
}

#[test]
fn the_page_of_documents_has_their_digests() {
    let files = sito(&caluso::ente());
    let documenti = html(&files, "documenti/index.html");
    assert!(documenti.contains("Impronte SHA-256") && documenti.contains(&"0f".repeat(32)));
}

#[test]
fn short_forms_are_explained_once_and_rules_are_told() {
    let mut ente = caluso::ente();
    let sigla = (
        "PEG".to_owned(),
        "Piano \"esecutivo\" di gestione".to_owned(),
    );
    ente.abbreviazioni.push(sigla);
    for ciclo in &mut ente.cicli {
        for obiettivo in &mut ciclo.obiettivi {
            obiettivo.descrizione = Some("Il PEG, poi ancora il PEG.".to_owned());
        }
    }
    let files = sito(&ente);
    let scheda = html(&files, "2023/obiettivi/FIN-03/index.html");
    let spiegata =
        "<abbr title=\"Piano &quot;esecutivo&quot; di gestione\">PEG</abbr>, poi ancora il PEG.";
    assert!(scheda.contains(spiegata), "{scheda}");
    assert!(html(&files, "come-leggere/index.html").contains("fanno 100: il peso dice"));
}
