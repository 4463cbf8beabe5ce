//! What the search looks through, and the table of a year.

use serde_json::Value;

use super::{caluso, html, sito};
use crate::model::{Fase, Nodo};

/// The index as a browser reads it.
fn indice(ente: &crate::model::Ente) -> Value {
    let files = sito(ente);
    let script = html(&files, "ricerca/indice.js");
    let json = script
        .strip_prefix("window.grigliaIndice=")
        .and_then(|resto| resto.strip_suffix(";\n"));
    assert!(!script.contains(['<', '>', '&']));
    json.and_then(|json| serde_json::from_str(json).ok())
        .unwrap_or_else(|| unreachable!("the script holds JSON and nothing else"))
}

fn voci<'a>(indice: &'a Value, tipo: &str) -> Vec<&'a Vec<Value>> {
    let tipi = indice["tipi"].as_array().into_iter().flatten();
    let posto = tipi.map(|t| &t["valore"]).position(|t| t == tipo);
    let voci = indice["voci"].as_array().into_iter().flatten();
    voci.filter_map(Value::as_array)
        .filter(|voce| voce[0].as_u64().map(|n| n.try_into().unwrap_or(0)) == posto)
        .collect()
}

#[test]
fn everything_can_be_found() {
    let indice = indice(&caluso::ente());
    for (tipo, quanti) in [
        ("obiettivo", 25),
        ("settore", 5),
        ("documento", 1),
        ("atto", 4),
        ("pagina", 3),
    ] {
        assert_eq!(voci(&indice, tipo).len(), quanti, "{tipo}");
    }
    let pagina = voci(&indice, "pagina");
    assert_eq!(pagina[0][8], "Ogni anno il Comune fissa degli obiettivi.");
}

#[test]
fn an_objective_is_found_by_its_words_and_chosen_by_year_settore_and_state() {
    let indice = indice(&caluso::ente());
    let obiettivi = voci(&indice, "obiettivo");
    let bandi = obiettivi.iter().find(|voce| voce[7] == "AMM-02");
    let Some(
        [
            _,
            titolo,
            href,
            anno,
            settori,
            stato,
            dettaglio,
            codice,
            testo,
        ],
    ) = bandi.map(|voce| voce.as_slice())
    else {
        unreachable!("a thing that can be found has nine fields");
    };
    let di = |lista: &str, posto: &Value| {
        let posto = posto.as_u64().and_then(|posto| posto.try_into().ok());
        indice[lista][posto.unwrap_or(usize::MAX)]["valore"].clone()
    };
    assert!(
        titolo
            .as_str()
            .is_some_and(|t| t.starts_with("Predisposizione bandi"))
    );
    assert_eq!(href, "../2023/obiettivi/AMM-02/index.html");
    assert_eq!(di("anni", anno), "2023");
    assert_eq!(di("settori", &settori[0]), "amministrativo");
    assert_eq!(di("stati", stato), "in-parte");
    assert_eq!(dettaglio, "Raggiunto in parte: 30%");
    assert_eq!(codice, "AMM-02");
    assert!(testo.as_str().is_some_and(|t| t.contains("refezione")));
}

#[test]
fn steps_and_what_stands_above_objectives_are_found() {
    let mut ente = caluso::ente();
    let Some(ciclo) = ente.cicli.first_mut() else {
        unreachable!("there is a year")
    };
    let Some(obiettivo) = ciclo.obiettivi.first_mut() else {
        unreachable!("it has objectives")
    };
    let codice = obiettivo.codice.as_str().to_owned();
    obiettivo.fasi.push(Fase {
        descrizione: "Sopralluogo al mulino".to_owned(),
        mesi: None,
    });
    for (codice, titolo) in [("1", "Una città che si muove"), ("01", "Trasporti")] {
        ciclo.programmazione.push(Nodo {
            codice: codice.to_owned(),
            livello: "linea di mandato".to_owned(),
            titolo: titolo.to_owned(),
            sotto: Vec::new(),
            risultato: None,
            nota: (codice == "1").then(|| "Avviata\nnell’anno".to_owned()),
        });
    }
    let indice = indice(&ente);
    let obiettivi = voci(&indice, "obiettivo");
    let con_fase = obiettivi.iter().filter(|voce| {
        let testo = voce[8].as_str();
        testo.is_some_and(|testo| testo.contains("Sopralluogo al mulino"))
    });
    let con_fase: Vec<&Value> = con_fase.map(|voce| &voce[7]).collect();
    assert_eq!(con_fase, [codice.as_str()]);
    let nodi = voci(&indice, "programmazione");
    let [primo, secondo] = nodi.as_slice() else {
        unreachable!("each is found once: {nodi:?}")
    };
    assert_eq!(primo[1], "Una città che si muove");
    assert_eq!(primo[6], "Linea di mandato 1");
    assert_eq!(primo[7], "1");
    assert_eq!(primo[8], "Avviata nell’anno");
    assert_eq!(secondo[1], "Trasporti");
    // Each leads to its own place on the page of the planning.
    let files = sito(&ente);
    let pagina = html(&files, "2023/programmazione/index.html");
    for (voce, titolo) in [(primo, "Una città che si muove"), (secondo, "Trasporti")] {
        let href = voce[2].as_str().unwrap_or_default();
        let Some((meta, ancora)) = href.split_once('#') else {
            unreachable!("{href} leads to a place")
        };
        assert_eq!(meta, "../2023/programmazione/index.html");
        assert!(
            pagina.contains(&format!("id=\"{ancora}\">{titolo}<")),
            "{href}"
        );
    }
}

#[test]
fn only_what_there_is_can_be_chosen() {
    let indice = indice(&caluso::ente());
    let valori = |lista: &str| -> Vec<&str> {
        let scelte = indice[lista].as_array().into_iter().flatten();
        scelte.filter_map(|s| s["valore"].as_str()).collect()
    };
    assert_eq!(valori("anni"), ["2023"]);
    assert_eq!(valori("stati"), ["raggiunto", "in-parte", "non-raggiunto"]);
    assert_eq!(valori("settori").len(), 6, "five and struttura");
    let files = sito(&caluso::ente());
    let ricerca = html(&files, "ricerca/index.html");
    assert!(!ricerca.contains("filtro-anno"), "of one year");
    assert!(ricerca.contains("<option value=\"non-raggiunto\">Non raggiunto</option>"));
}

#[test]
fn without_javascript_every_objective_is_a_link() {
    let files = sito(&caluso::ente());
    let ricerca = html(&files, "ricerca/index.html");
    assert!(ricerca.contains("25 obiettivi"));
    assert_eq!(
        ricerca.matches("href=\"../2023/obiettivi/").count(),
        25,
        "each once"
    );
}

#[test]
fn every_header_leads_to_the_search() {
    let files = sito(&caluso::ente());
    for (path, action) in [
        ("index.html", "ricerca/index.html"),
        ("2023/index.html", "../ricerca/index.html"),
        (
            "2023/obiettivi/FIN-03/index.html",
            "../../../ricerca/index.html",
        ),
    ] {
        let forma = format!("method=\"get\" action=\"{action}\"");
        assert!(html(&files, path).contains(&forma), "{path}");
    }
}

#[test]
fn the_table_of_a_year_has_every_row_and_what_to_sort_by() {
    let files = sito(&caluso::ente());
    let anno = html(&files, "2023/index.html");
    assert_eq!(anno.matches("<tr data-settore=").count(), 25);
    for detto in [
        "<tr data-settore=\"amministrativo\" data-tipo=\"\" data-stato=\"non-raggiunto\">",
        "data-colonna=\"Peso\" data-valore=\"32\">32</td>",
        "data-colonna=\"Grado\" data-valore=\"30\">30%</td>",
        "<option value=\".struttura\">",
    ] {
        assert!(anno.contains(detto), "{detto}");
    }
    assert!(
        !anno.contains("data-colonna=\"Tipo\""),
        "no card says its kind"
    );
}
