//! Pictures that mean harm: scripts and addresses in SVG, rasters that unfold to gigabytes.

use std::fs;
use std::io;

use crate::common::{Project, files, stderr};
use crate::{refused, run, sized};

const SVG: &str = "http://www.w3.org/2000/svg";

/// A project whose stemma is some SVG.
fn with_stemma(svg: &str) -> io::Result<Project> {
    let project = Project::new()?;
    project.write("content/prova/stemma.svg", svg)?;
    project.write(
        "content/prova/ente.yaml",
        "denominazione: Comune di Prova\nluogo: Prova\nstemma: { file: stemma.svg, testo_alternativo: Stemma di Prova }\n",
    )?;
    Ok(project)
}

#[test]
fn nothing_of_a_picture_but_its_shapes_is_published() -> io::Result<()> {
    for inside in [
        "<script>alert(1)</script>",
        "<image href=\"https://altrove.example/x.png\" width=\"9\" height=\"9\"/>",
        "<image href=\"file:///etc/passwd\" width=\"9\" height=\"9\"/>",
        "<image href=\"../../../etc/passwd\" width=\"9\" height=\"9\"/>",
        "<use href=\"https://altrove.example/x.svg#a\"/>",
        "<foreignObject width=\"9\" height=\"9\"><body xmlns=\"http://www.w3.org/1999/xhtml\" onload=\"alert(1)\"/></foreignObject>",
        "<style>@import url(https://altrove.example/x.css);</style>",
        "<a href=\"javascript:alert(1)\"><rect width=\"3\" height=\"3\"/></a>",
        "<rect width=\"2\" height=\"2\" onclick=\"alert(1)\"/>",
    ] {
        let project = with_stemma(&format!(
            "<svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\" onload=\"alert(1)\">{inside}<rect width=\"9\" height=\"9\"/></svg>"
        ))?;
        let output = run(&project, &["build"]);
        if output.status.code() == Some(1) {
            assert!(
                stderr(&output).contains("stemma"),
                "{inside}: {}",
                stderr(&output)
            );
            continue;
        }
        for (path, bytes) in files(&project.path("output"))? {
            // The theme's sprite is griglia's own.
            if path.rsplit('.').next() == Some("svg") && !path.contains("assets/") {
                let text = String::from_utf8_lossy(&bytes).into_owned();
                for word in [
                    "script",
                    "altrove",
                    "onload",
                    "onclick",
                    "foreignObject",
                    "root:",
                    "file:",
                ] {
                    assert!(!text.contains(word), "{word} in {path}: {text}");
                }
            }
        }
    }
    Ok(())
}

#[test]
fn pictures_that_are_bombs_are_refused() -> io::Result<()> {
    let mut entities = "<!ENTITY a0 \"lol\">".to_owned();
    for level in 1..sized(10, 30) {
        let before = format!("&a{};", level - 1).repeat(10);
        entities += &format!("<!ENTITY a{level} \"{before}\">");
    }
    let last = sized(10, 30) - 1;
    let nested = sized(1_000, 100_000);
    for svg in [
        format!(
            "<!DOCTYPE svg [{entities}]><svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\"><desc>&a{last};</desc><rect width=\"9\" height=\"9\"/></svg>"
        ),
        format!(
            "<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\"><text>&x;</text><rect width=\"9\" height=\"9\"/></svg>"
        ),
        format!(
            "<svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\">{}<rect width=\"9\" height=\"9\"/>{}</svg>",
            "<g>".repeat(nested),
            "</g>".repeat(nested)
        ),
        format!(
            "<svg xmlns=\"{SVG}\" viewBox=\"0 0 1e30 1e30\" width=\"1e30\" height=\"1e30\"><circle r=\"1e30\"/></svg>"
        ),
        format!(
            "<svg xmlns=\"{SVG}\" width=\"99999999\" height=\"99999999\"><linearGradient id=\"g\"><stop stop-color=\"red\"/></linearGradient><rect width=\"99999999\" height=\"99999999\" fill=\"url(#g)\"/></svg>"
        ),
        format!(
            "<svg xmlns=\"{SVG}\" viewBox=\"0 0 9 9\"><g id=\"a\"><use href=\"#a\"/></g><use href=\"#a\"/><rect width=\"9\" height=\"9\"/></svg>"
        ),
        "<svg".to_owned(),
        String::new(),
    ] {
        let project = with_stemma(&svg)?;
        let output = run(&project, &["build"]);
        assert!(!stderr(&output).contains("root:"), "{}", stderr(&output));
        for (path, bytes) in files(&project.path("output")).unwrap_or_default() {
            assert!(
                !String::from_utf8_lossy(&bytes).contains("root:x:0"),
                "{path}"
            );
        }
    }
    // A PNG of 60,000 × 60,000 in a few bytes: its header says so.
    let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    png.extend(60_000_u32.to_be_bytes());
    png.extend(60_000_u32.to_be_bytes());
    png.extend([8, 2, 0, 0, 0, 0x11, 0x22, 0x33, 0x44, 0, 0, 0, 0]);
    png.extend(b"IEND\xaeB`\x82");
    let project = with_stemma("")?;
    fs::write(project.path("content/prova/stemma.png"), png)?;
    let ente = fs::read_to_string(project.path("content/prova/ente.yaml"))?;
    project.write("content/prova/ente.yaml", &ente.replace(".svg", ".png"))?;
    refused(&project, "stemma.png", "");
    Ok(())
}
