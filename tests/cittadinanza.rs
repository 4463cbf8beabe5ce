//! What an ente publishes for machines: addresses, metadata of the data, pages left behind.

mod common;

use std::fs;
use std::io;

use common::{Project, files, stderr};
use serde_json::Value;

const INDIRIZZO: &str = "https://www.comune.esempio.it/performance/";

/// The small project with some more keys, built.
fn costruito(ente: &str, ciclo: &str, scheda: &str) -> io::Result<Project> {
    let project = Project::new()?;
    for (file, chiavi) in [
        ("content/prova/ente.yaml", ente),
        ("content/prova/2023/ciclo.yaml", ciclo),
        ("content/prova/2023/obiettivi/tecnico.yaml", scheda),
    ] {
        let scritto = fs::read_to_string(project.path(file))?;
        project.write(file, &format!("{scritto}\n{chiavi}\n"))?;
    }
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    Ok(project)
}

fn pubblicato() -> io::Result<Project> {
    costruito(
        &format!("indirizzo: {INDIRIZZO}\ncodice_ipa: c_prova\nlicenza_dati: CC0 1.0"),
        "alias: [prima]",
        "alias: [VECCHIO-1]",
    )
}

fn letto(project: &Project, file: &str) -> io::Result<String> {
    fs::read_to_string(project.path("output/prova").join(file))
}

fn json(project: &Project, file: &str) -> io::Result<Value> {
    let letto = letto(project, file)?;
    serde_json::from_str(&letto).map_err(io::Error::other)
}

#[test]
fn without_an_address_there_is_nothing_absolute() -> io::Result<()> {
    let project = costruito("", "", "")?;
    for (path, bytes) in files(&project.path("output"))? {
        assert!(!path.ends_with("sitemap.xml") && !path.ends_with("catalogo.jsonld"));
        if path
            .rsplit_once('.')
            .is_some_and(|(_, ending)| ending == "html")
        {
            let html = String::from_utf8_lossy(&bytes);
            assert!(!html.contains("rel=\"canonical\""), "{path}");
            assert!(!html.contains("property=\"og:"), "{path}");
            assert!(html.contains("feed.atom"), "{path}");
        }
    }
    assert!(!letto(&project, "feed.atom")?.contains("rel=\"self\""));
    Ok(())
}

#[test]
fn with_an_address_every_page_says_its_own() -> io::Result<()> {
    let project = pubblicato()?;
    let canonico = |pagina: &str| format!("<link rel=\"canonical\" href=\"{INDIRIZZO}{pagina}\">");
    for pagina in ["index.html", "2023/index.html", "mappa/index.html"] {
        assert!(
            letto(&project, pagina)?.contains(&canonico(pagina)),
            "{pagina}"
        );
    }
    let mappa = letto(&project, "sitemap.xml")?;
    assert!(mappa.contains(&format!("<loc>{INDIRIZZO}2023/index.html</loc>\n<lastmod>")));
    let altrove = letto(&project, "404.html")?;
    assert!(altrove.contains("href=\"/performance/assets/stile.css\""));
    assert!(altrove.contains("content=\"noindex\""));
    Ok(())
}

#[test]
fn networks_show_the_coat_of_arms_of_an_ente_that_has_one() -> io::Result<()> {
    let senza = pubblicato()?;
    assert!(!senza.path("output/prova/anteprima.png").exists());
    assert!(!letto(&senza, "index.html")?.contains("og:image"));
    let project = Project::new()?;
    let ente = fs::read_to_string(project.path("content/prova/ente.yaml"))?;
    let stemma = "stemma: { file: stemma.svg, testo_alternativo: Torre \"d’oro\" }";
    let ente = format!("{ente}\nindirizzo: {INDIRIZZO}\ncodice_ipa: c_prova\n{stemma}\n");
    project.write("content/prova/ente.yaml", &ente)?;
    project.write(
        "content/prova/stemma.svg",
        "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 4 6'><path fill='#b00020' d='M0 0H4V6Z'/></svg>",
    )?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let png = fs::read(project.path("output/prova/anteprima.png"))?;
    assert!(png.starts_with(b"\x89PNG"));
    let side = |at: usize| png.get(at..at + 4).map(<[u8]>::to_vec);
    assert_eq!(side(16), Some(1200_u32.to_be_bytes().to_vec()));
    assert_eq!(side(20), Some(630_u32.to_be_bytes().to_vec()));
    for pagina in ["index.html", "2023/obiettivi/TEC-01/index.html"] {
        let html = letto(&project, pagina)?;
        for (che, detto) in [
            ("", format!("{INDIRIZZO}anteprima.png")),
            (":type", "image/png".to_owned()),
            (":width", "1200".to_owned()),
            (":height", "630".to_owned()),
            (":alt", "Torre &quot;d’oro&quot;".to_owned()),
        ] {
            let riga = format!("<meta property=\"og:image{che}\" content=\"{detto}\">");
            assert!(html.contains(&riga), "{pagina}: {riga}");
        }
    }
    Ok(())
}

#[test]
fn identifiers_of_the_feed_outlive_the_address() -> io::Result<()> {
    let id = |feed: String| -> Vec<String> {
        let righe = feed.lines().filter(|riga| riga.starts_with("<id>"));
        righe.map(str::to_owned).collect()
    };
    let (con, senza) = (pubblicato()?, costruito("", "", "")?);
    let (con, senza) = (letto(&con, "feed.atom")?, letto(&senza, "feed.atom")?);
    assert!(con.contains(&format!(
        "rel=\"self\" type=\"application/atom+xml\" href=\"{INDIRIZZO}feed.atom\""
    )));
    assert_eq!(id(con), id(senza));
    Ok(())
}

#[test]
fn old_addresses_lead_on() -> io::Result<()> {
    let project = pubblicato()?;
    for (vecchio, href, nuovo) in [
        (
            "2023/obiettivi/VECCHIO-1/index.html",
            "../TEC-01/index.html",
            "2023/obiettivi/TEC-01/index.html",
        ),
        ("prima/index.html", "../2023/index.html", "2023/index.html"),
        (
            "prima/obiettivi/VECCHIO-1/index.html",
            "../../../2023/obiettivi/TEC-01/index.html",
            "2023/obiettivi/TEC-01/index.html",
        ),
    ] {
        let html = letto(&project, vecchio)?;
        for detto in [
            format!("<meta http-equiv=\"refresh\" content=\"0; url={href}\">"),
            format!("<a href=\"{href}\">"),
            format!("<link rel=\"canonical\" href=\"{INDIRIZZO}{nuovo}\">"),
        ] {
            assert!(html.contains(&detto), "{vecchio}: {detto}");
        }
    }
    let dati = json(&project, "2023/dati/ciclo.json")?;
    assert_eq!(dati["alias"][0], "prima");
    Ok(())
}

#[test]
fn the_catalogue_has_what_its_profile_makes_mandatory() -> io::Result<()> {
    let catalogo = json(&pubblicato()?, "dati/catalogo.jsonld")?;
    let nodi = catalogo["@graph"].as_array().cloned().unwrap_or_default();
    let di = |tipo: &str| -> Vec<&Value> {
        let ha = |nodo: &&Value| {
            nodo["@type"]
                .to_string()
                .contains(&format!("\"dcatapit:{tipo}\""))
        };
        nodi.iter().filter(ha).collect()
    };
    for (tipo, quanti, chiavi) in [
        (
            "Catalog",
            1,
            &[
                "dct:title",
                "dct:description",
                "dct:publisher",
                "dct:modified",
                "dcat:dataset",
            ][..],
        ),
        ("Agent", 1, &["dct:identifier", "foaf:name"]),
        (
            "Dataset",
            1,
            &[
                "dct:identifier",
                "dct:title",
                "dct:description",
                "dct:modified",
                "dcat:theme",
                "dct:rightsHolder",
                "dct:accrualPeriodicity",
                "dcat:distribution",
            ],
        ),
        (
            "Distribution",
            4,
            &[
                "dct:format",
                "dct:license",
                "dcat:accessURL",
                "dcat:downloadURL",
            ],
        ),
        ("LicenseDocument", 1, &["foaf:name", "dct:type"]),
    ] {
        assert_eq!(di(tipo).len(), quanti, "{tipo}");
        for (nodo, chiave) in di(tipo)
            .iter()
            .flat_map(|nodo| chiavi.iter().map(move |c| (nodo, c)))
        {
            assert!(!nodo[chiave].is_null(), "{tipo}: {chiave}");
        }
    }
    let licenze = di("Distribution").iter().all(|nodo| {
        nodo["dct:license"]["@id"] == "https://creativecommons.org/publicdomain/zero/1.0/"
    });
    assert!(licenze);
    Ok(())
}

#[test]
fn the_columns_are_described_as_they_stand() -> io::Result<()> {
    let project = pubblicato()?;
    let metadati = json(&project, "2023/dati/csv-metadata.json")?;
    let tabelle = metadati["tables"].as_array().cloned().unwrap_or_default();
    assert_eq!(tabelle.len(), 3);
    let pagina = letto(&project, "dati/index.html")?;
    for tabella in tabelle {
        let file = tabella["url"].as_str().unwrap_or_default();
        let csv = letto(&project, &format!("2023/dati/{file}"))?;
        let colonne = tabella["tableSchema"]["columns"].as_array().cloned();
        let nomi: Vec<String> = colonne
            .unwrap_or_default()
            .iter()
            .map(|colonna| colonna["name"].as_str().unwrap_or_default().to_owned())
            .collect();
        assert_eq!(csv.lines().next(), Some(nomi.join(",").as_str()), "{file}");
        for nome in nomi {
            assert!(pagina.contains(&format!("<code>{nome}</code>")), "{nome}");
        }
    }
    Ok(())
}

/// Whether a value keeps to a schema: the part of JSON Schema that ours uses.
fn conforme(valore: &Value, schema: &Value, radice: &Value) -> Result<(), String> {
    if let Some(rinvio) = schema["$ref"].as_str() {
        let puntatore = rinvio.trim_start_matches('#');
        let meta = radice.pointer(puntatore).ok_or(rinvio)?;
        conforme(valore, meta, radice)?;
    }
    if let Some(casi) = schema["oneOf"].as_array() {
        let buoni = casi
            .iter()
            .filter(|caso| conforme(valore, caso, radice).is_ok());
        if buoni.count() != 1 {
            return Err(format!("{valore} is none of the cases"));
        }
    }
    if !schema["const"].is_null() && schema["const"] != *valore {
        return Err(format!("{valore} is not {}", schema["const"]));
    }
    let giusto = match schema["type"].as_str() {
        Some("string") => valore.is_string(),
        Some("integer") => valore.is_i64() || valore.is_u64(),
        Some("boolean") => valore.is_boolean(),
        Some("array") => valore.is_array(),
        Some("object") => valore.is_object(),
        Some(altro) => return Err(format!("unknown type {altro}")),
        None => true,
    };
    if !giusto {
        return Err(format!("{valore} is not {}", schema["type"]));
    }
    for voce in valore.as_array().into_iter().flatten() {
        conforme(voce, &schema["items"], radice)?;
    }
    for chiave in schema["required"].as_array().into_iter().flatten() {
        if valore[chiave.as_str().unwrap_or_default()].is_null() {
            return Err(format!("{chiave} is missing"));
        }
    }
    for (chiave, voce) in valore.as_object().into_iter().flatten() {
        let suo = match schema
            .pointer(&format!("/properties/{chiave}"))
            .unwrap_or(&Value::Null)
        {
            Value::Null => &schema["additionalProperties"],
            suo => suo,
        };
        if suo.is_null() && schema["properties"].is_object() {
            return Err(format!("{chiave} is not in the schema"));
        }
        conforme(voce, suo, radice).map_err(|errore| format!("{chiave}: {errore}"))?;
    }
    Ok(())
}

#[test]
fn the_data_keep_to_their_schema() -> io::Result<()> {
    let project = Project::caluso()?;
    let output = project.griglia(&["build"]);
    assert_eq!(output.status.code(), Some(0), "{}", stderr(&output));
    let mut visti = 0;
    let tutti = files(&project.path("output"))?;
    for (path, bytes) in tutti
        .iter()
        .filter(|(path, _)| path.ends_with("/ciclo.json"))
    {
        let ente = path.split('/').next().unwrap_or_default();
        let schema = fs::read_to_string(
            project
                .path("output")
                .join(ente)
                .join("dati/schema-ciclo.json"),
        )?;
        let schema: Value = serde_json::from_str(&schema).map_err(io::Error::other)?;
        let dati: Value = serde_json::from_slice(bytes).map_err(io::Error::other)?;
        assert_eq!(conforme(&dati, &schema, &schema), Ok(()), "{path}");
        let mut guasti = dati.clone();
        guasti["anni"]["dal"] = Value::from("2023");
        assert!(conforme(&guasti, &schema, &schema).is_err());
        visti += 1;
    }
    assert_eq!(visti, 4);
    Ok(())
}

#[test]
fn the_manual_tells_the_policy_that_the_browser_tests_send() -> io::Result<()> {
    let server = fs::read_to_string("tests/web/server.js")?;
    let politica = server
        .lines()
        .find(|riga| riga.contains("default-src 'none'"));
    let politica = politica.unwrap_or_default().trim().trim_matches(['"', ';']);
    assert!(politica.contains("script-src 'self'") && !politica.contains("unsafe"));
    let manuale = fs::read_to_string("docs/pubblicazione.md")?;
    assert_eq!(manuale.matches(politica).count(), 2, "{politica}");
    Ok(())
}
