//! YAML of one shape again and again, on one line or on thousands: it is read or refused, in bounded time.

use std::io;

use crate::common::Project;
use crate::{CARD, card_with, run_telling, sized};

/// Lines at the end of a card, made of so many pieces.
fn shapes(pieces: usize) -> Vec<String> {
    let each = |piece: &dyn Fn(usize) -> String, between: &str| {
        let all: Vec<String> = (0..pieces).map(piece).collect();
        all.join(between)
    };
    vec![
        // A line of megabytes: what stands before a value must not be read back to its beginning.
        format!("alias: [{}]", each(&|n| format!("a{n}"), ",")),
        format!("costi: {{{}}}", each(&|n| format!("k{n}: v"), ",")),
        format!("alias: [{}]", each(&|n| format!("&x{n} a"), ",")),
        format!("alias: [{}]", each(&|n| format!("!x{n} a"), ", ")),
        format!("costi: {}", each(&|_| "*".to_owned(), " ")),
        each(&|n| format!("k{n}: a #b"), "\n"),
        format!("costi: {} #b", each(&|_| "a".to_owned(), " ")),
        format!("costi: |\n{}", each(&|_| "  - x".to_owned(), "\n")),
        format!("costi: |\n  {}", each(&|_| "<b ".to_owned(), "")),
        format!("costi: |\n  {}", each(&|_| "**a".to_owned(), "")),
        format!("costi: |\n  {}", each(&|_| "](http".to_owned(), "")),
        // Slips of typing, told from the lines above.
        format!(
            "fasi2:\n{}\n  - a: 1",
            each(&|n| format!("    k{n}: 1"), "\n")
        ),
        format!("{}\n b: x", each(&|_| "#".to_owned(), "\n")),
    ]
}

#[test]
fn yaml_of_any_shape_is_bounded() -> io::Result<()> {
    let pieces = sized(20_000, 400_000);
    for shape in shapes(pieces) {
        let project = Project::new()?;
        card_with(&project, &shape)?;
        // Every problem is told, on a line as long as it was written up to a limit.
        run_telling(&project, &["check"], 2_000 * pieces);
        assert!(project.path(CARD).exists());
    }
    Ok(())
}
