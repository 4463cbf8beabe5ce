use proptest::prelude::*;

use super::*;
use crate::source::{Lost, YamlError};

fn scalars(text: &str) -> Vec<String> {
    fn gather(node: &Node, found: &mut Vec<String>) {
        match &node.kind {
            NodeKind::Null => found.push("∅".to_owned()),
            NodeKind::Scalar(text) => found.push(text.clone()),
            NodeKind::Sequence(items) => items.iter().for_each(|item| gather(item, found)),
            NodeKind::Mapping(entries) => entries.iter().for_each(|(key, value)| {
                found.push(key.text.clone());
                gather(value, found);
            }),
        }
    }
    let mut found = Vec::new();
    match parse(text) {
        Ok(node) => gather(&node, &mut found),
        Err(error) => found.push(format!("{error:?}")),
    }
    found
}

#[test]
fn scalars_stay_as_typed() {
    assert_eq!(
        scalars(
            "a: 1.40\nb: no\nc: 31-ott\nd: 100%\ne: \"12\"\nf: 0x1F\ng: .inf\nh: 2023-01-02\ni: 007\nj: 1_000\nk: 1e3\nno: sì\n"
        ),
        [
            "a",
            "1.40",
            "b",
            "no",
            "c",
            "31-ott",
            "d",
            "100%",
            "e",
            "12",
            "f",
            "0x1F",
            "g",
            ".inf",
            "h",
            "2023-01-02",
            "i",
            "007",
            "j",
            "1_000",
            "k",
            "1e3",
            "no",
            "sì"
        ]
    );
    assert_eq!(
        scalars("a:\nb: ~\nc: [x, {d: y}]\n"),
        ["a", "∅", "b", "∅", "c", "x", "d", "y"]
    );
    assert_eq!(
        scalars("a: |\n  uno\n  due\nb: >-\n  tre\n  quattro\n"),
        ["a", "uno\ndue\n", "b", "tre quattro"]
    );
    assert_eq!(scalars("a: &x uno\nb: *x\n"), ["a", "uno", "b", "uno"]);
    assert_eq!(scalars(""), ["∅"]);
    assert_eq!(scalars("# solo un commento\n"), ["∅"]);
    assert_eq!(scalars("a: 1\r\nb: due\r\n"), ["a", "1", "b", "due"]);
}

#[test]
fn spans_point_at_the_value() {
    let text = "però: è\nfiglio:\n  peso: 15\n";
    let Ok(Node {
        kind: NodeKind::Mapping(entries),
        ..
    }) = parse(text)
    else {
        panic!("not a mapping")
    };
    let [(first, word), (_, child)] = entries.as_slice() else {
        panic!("{entries:?}")
    };
    assert_eq!(text.get(first.span.clone()), Some("però"));
    assert_eq!(text.get(word.span.clone()), Some("è"));
    let NodeKind::Mapping(inner) = &child.kind else {
        panic!("{child:?}")
    };
    assert!(
        inner
            .iter()
            .any(|(_, value)| text.get(value.span.clone()) == Some("15"))
    );
}

#[test]
fn errors_are_told_apart_by_what_to_do() {
    for (text, kind) in [
        ("a: uno\n\tb: due\n", YamlError::Tab),
        ("titolo: Rifiuti: raccolta\n", YamlError::ColonInText),
        ("titolo: \"Rifiuti\n", YamlError::Unclosed),
        ("lista: [uno, due\n", YamlError::Unclosed),
        (
            "a: uno\n b: due\n",
            YamlError::Indentation {
                column: 2,
                above: Some(1),
            },
        ),
        ("nome: % dipendenti\n", YamlError::ReservedCharacter('%')),
        ("nome: \"dare\" e avere\n", YamlError::TextAfterQuotes),
        ("a: uno\nb\nc: 2\n", YamlError::MissingColon),
        ("a: uno\nb:due\nc: 2\n", YamlError::MissingSpace),
        ("nome: @tutti\n", YamlError::ReservedCharacter('@')),
        ("a: uno\n---\nb: due\n", YamlError::SeveralDocuments),
    ] {
        assert_eq!(
            parse(text).map_err(|slip| slip.error),
            Err(kind),
            "{text:?}"
        );
    }
}

#[test]
fn an_open_quote_is_told_where_it_opens() {
    for (text, at) in [
        ("a: uno\nb: \"due\nc: tre\n", 10),
        ("- a: uno\n- b: 'l''uva\n- c: tre\n", 14),
        ("a: \"chiuso\"\nb: 'no\nc: tre\n", 15),
    ] {
        assert_eq!(
            parse(text).map_err(|slip| (slip.span, slip.error)),
            Err((at..at + 1, YamlError::Unclosed)),
            "{text:?}"
        );
    }
}

#[test]
fn slips_of_typing_are_told_with_the_line_as_it_should_be() {
    for (text, error, at, mended) in [
        (
            "titolo: Rifiuti: l'umido\n",
            YamlError::ColonInText,
            "\u{3a} l'umido",
            Some("titolo: \"Rifiuti: l'umido\""),
        ),
        (
            "- titolo: [Scuola] aperta\n",
            YamlError::ReservedCharacter('['),
            "[Scuola]",
            Some("- titolo: '[Scuola] aperta'"),
        ),
        (
            "a: 1\natteso: >= 80%\n",
            YamlError::ReservedCharacter('>'),
            ">=",
            Some("atteso: '>= 80%'"),
        ),
        (
            "testo: - primo: uno\n",
            YamlError::ReservedCharacter('-'),
            "- primo",
            Some("testo: '- primo: uno'"),
        ),
        (
            "titolo: 'Scuola dell'infanzia'\n",
            YamlError::TextAfterQuotes,
            "infanzia",
            Some("titolo: \"Scuola dell'infanzia\""),
        ),
        (
            "titolo: \"Scuola\" dell'infanzia\n",
            YamlError::TextAfterQuotes,
            "dell'infanzia",
            Some("titolo: '\"Scuola\" dell''infanzia'"),
        ),
        (
            "a: 1\npeso:15\nb: 2\n",
            YamlError::MissingSpace,
            "peso",
            Some("peso: 15"),
        ),
        (
            "fasi:\n  - a: 1\n\u{a0}\u{a0}\u{a0}\u{a0}b: 2\n    c: 3\n",
            YamlError::StrangeBlank,
            "\u{a0}\u{a0}",
            Some("b: 2"),
        ),
        (
            "a: 1\nb:\u{a0}2\nc: 3\n",
            YamlError::StrangeBlank,
            "\u{a0}2",
            Some("b: 2"),
        ),
        (
            "fasi:\n  - a: 1\n  – a: 2\n",
            YamlError::OtherDash('–'),
            "–",
            Some("- a: 2"),
        ),
        (
            "fasi:\n  • a: 1\n    b: 2\n",
            YamlError::OtherDash('•'),
            "•",
            Some("- a: 1"),
        ),
        (
            "fasi:\n  - a: 1\n  -a: 2\n",
            YamlError::GluedDash,
            "-a",
            Some("- a: 2"),
        ),
        (
            "fasi:\n    a: 1\n    b: 2\n  - a: 3\n",
            YamlError::FirstWithoutDash,
            "a: 1",
            Some("- a: 1"),
        ),
        (
            "fasi:\n  - a: 1\n   b: 2\n",
            YamlError::Indentation {
                column: 4,
                above: Some(5),
            },
            "b: 2",
            None,
        ),
    ] {
        let slip = parse(text).unwrap_err();
        assert_eq!(slip.error, error, "{text}");
        let there = text.get(slip.span.start..).unwrap_or_default();
        assert!(there.starts_with(at), "{text}: {there}");
        assert_eq!(slip.mended.as_deref(), mended, "{text}");
    }
}

#[test]
fn a_line_shown_as_it_should_be_can_be_read() {
    for text in [
        "titolo: Rifiuti: l'umido \\ e altro\n",
        "titolo: @tutti: \"noi\" e l'altro\n",
        "- nome: % di 'cose'\n",
        "nome: `a`\n",
    ] {
        let slip = parse(text).unwrap_err();
        let mended = slip.mended.unwrap();
        let (_, typed) = text.trim_end().split_once(": ").unwrap();
        assert!(scalars(&mended).contains(&typed.to_owned()), "{mended}");
    }
}

#[test]
fn words_that_would_be_dropped_are_told() {
    let lost = |text: &str| {
        let node = parse(text).unwrap();
        let found = super::lost(&node, text).into_iter();
        let found = found.map(|(span, lost)| (text.get(span).unwrap().to_owned(), lost));
        found.collect::<Vec<_>>()
    };
    let comment = |mended: &str| Lost::Comment {
        mended: Some(mended.to_owned()),
    };
    assert_eq!(
        lost("a: &Sportello unico\nb: [x,&y z]\n"),
        [
            ("&Sportello".to_owned(), Lost::Anchor),
            ("&y".to_owned(), Lost::Anchor)
        ]
    );
    assert_eq!(
        lost("a: !Sportello unico\n"),
        [("!Sportello".to_owned(), Lost::Tag)]
    );
    assert_eq!(
        lost("- a: Sportello #1 per l'anagrafe\r\n"),
        [(
            "#1 per l'anagrafe".to_owned(),
            comment("- a: \"Sportello #1 per l'anagrafe\"")
        )]
    );
    assert_eq!(
        lost("a: #1\nb: 2\n"),
        [("#1".to_owned(), comment("a: '#1'"))]
    );
    for text in [
        "a: &x uno\nb: *x\n",
        "a: uno # due\n",
        "a: 50 #era 40\n",
        "a: \"uno\" #due\n",
        "a: |\n  uno #1\n  due\nb: 2\n",
        "a: C#1 e #\n",
        "colore: #0066cc\n",
        "a: # solo un appunto\nb: '&x !y #z'\n",
        "",
    ] {
        assert_eq!(lost(text), [], "{text}");
    }
}

#[test]
fn bombs_are_refused() {
    let deep = format!("{}{}", "[".repeat(10_000), "]".repeat(10_000));
    assert_eq!(
        parse(&deep).map_err(|slip| slip.error),
        Err(YamlError::TooMuch)
    );
    let mut bomb = "a0: &a0 [x,x,x,x,x,x,x,x,x,x]\n".to_owned();
    for level in 1..12 {
        let below = format!("*a{}", level - 1);
        let items = [below.as_str(); 10].join(",");
        bomb = format!("{bomb}a{level}: &a{level} [{items}]\n");
    }
    assert_eq!(
        parse(&bomb).map_err(|slip| slip.error),
        Err(YamlError::TooMuch)
    );
}

proptest! {
    #[test]
    fn no_text_panics(text in "[\\PC\\n\\t]{0,200}") {
        let _ = parse(&text);
    }

    #[test]
    fn no_yaml_like_text_panics(text in "[a-c:\\-\\[\\]{}&*!|>'\"%@`#, \\n\\tè]{0,120}") {
        let _ = parse(&text);
    }
}

#[test]
fn paragraphs_have_an_empty_line_between_them_however_they_are_written() {
    let text = |yaml: &str| match parse(yaml).map(|node| node.kind) {
        Ok(NodeKind::Mapping(mut entries)) => match entries.remove(0).1.kind {
            NodeKind::Scalar(text) => text.trim_end().to_owned(),
            altro => panic!("{altro:?}"),
        },
        altro => panic!("{altro:?}"),
    };
    for yaml in [
        "a: >-\n  uno\n  due\n\n  tre\n",
        "a: >\n  uno due\n\n  tre\nb: 1\n",
        "a: |\n  uno due\n\n  tre\n",
        "a: >2-\n  uno due\n\n  tre\n",
    ] {
        assert_eq!(text(yaml), "uno due\n\ntre", "{yaml}");
    }
    // A line end inside a literal block is no paragraph.
    assert_eq!(text("a: |\n  uno\n  due\n"), "uno\ndue");
    assert_eq!(text("a: b > c\n"), "b > c");
}
