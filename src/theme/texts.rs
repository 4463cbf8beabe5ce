//! Letters, tables and the white space between them.

use super::look::Whole;
use super::reading::{Group, Key, Reading, key};
use super::written::{
    AspettoScritto, ColoriScritti, LettereScritte, SpaziScritti, TabellaScritta, TitoliScritti,
    TitoloScritto,
};
use crate::check::aspetto::{GenereAspetto, Misura};
use crate::layout::{Colour, HeadingStyle, TableStyle, TextStyle};
use crate::source::form::Scritto;

/// How a kind of text is set.
pub(super) fn letters(
    reading: &mut Reading,
    whole: &Whole<'_>,
    name: &'static str,
    key: &Key<AspettoScritto, LettereScritte>,
    misura: Misura,
) -> Option<TextStyle> {
    let group = reading.group(whole, name, key)?;
    let size = reading.measure(&group, &key!(corpo), misura);
    let leading = reading.measure(&group, &key!(interlinea), Misura::Interlinea);
    let colour = reading.colour(&group, &key!(colore));
    Some(TextStyle {
        size: size?.value,
        leading: leading?.value,
        colour: colour?,
    })
}

/// The six levels of headings.
pub(super) fn headings(reading: &mut Reading, whole: &Whole<'_>) -> Option<[HeadingStyle; 6]> {
    let group = reading.group(whole, "titoli", &key!(titoli))?;
    let levels: [(_, Key<TitoliScritti, TitoloScritto>); 6] = [
        ("titoli.livello_1", key!(livello_1)),
        ("titoli.livello_2", key!(livello_2)),
        ("titoli.livello_3", key!(livello_3)),
        ("titoli.livello_4", key!(livello_4)),
        ("titoli.livello_5", key!(livello_5)),
        ("titoli.livello_6", key!(livello_6)),
    ];
    let [one, two, three, four, five, six] =
        levels.map(|(name, key)| heading(reading, &group, name, &key));
    Some([one?, two?, three?, four?, five?, six?])
}

fn heading(
    reading: &mut Reading,
    group: &Group<'_, TitoliScritti>,
    name: &'static str,
    key: &Key<TitoliScritti, TitoloScritto>,
) -> Option<HeadingStyle> {
    let group = reading.group(group, name, key)?;
    let size = reading.measure(&group, &key!(corpo), Misura::Corpo);
    let leading = reading.measure(&group, &key!(interlinea), Misura::Interlinea);
    let colour = reading.colour(&group, &key!(colore));
    let before = reading.measure(&group, &key!(spazio_sopra), Misura::Spazio);
    let after = reading.measure(&group, &key!(spazio_sotto), Misura::Spazio);
    let text = TextStyle {
        size: size?.value,
        leading: leading?.value,
        colour: colour?,
    };
    Some(HeadingStyle {
        text,
        before: before?.value,
        after: after?.value,
    })
}

/// How tables are drawn.
pub(super) fn table(reading: &mut Reading, whole: &Whole<'_>) -> Option<TableStyle> {
    let group = reading.group(whole, "tabella", &key!(tabella))?;
    let sizes = table_sizes(reading, &group);
    let leading = reading.measure(&group, &key!(interlinea), Misura::Interlinea);
    let pad_x = reading.measure(&group, &key!(bianco_laterale), Misura::Bianco);
    let pad_y = reading.measure(&group, &key!(bianco_verticale), Misura::Bianco);
    let rule = reading.measure(&group, &key!(filetto), Misura::Filetto);
    let strong_rule = reading.measure(&group, &key!(filetto_forte), Misura::Filetto);
    let colours: [Key<TabellaScritta, Scritto>; 5] = [
        key!(colore),
        key!(colore_filetto),
        key!(colore_intestazione),
        key!(fondo_intestazione),
        key!(fondo_totali),
    ];
    let [
        colour,
        rule_colour,
        strong_rule_colour,
        header_ground,
        total_ground,
    ] = colours.map(|key| reading.colour(&group, &key));
    let (size, smallest_size) = sizes?;
    let text = TextStyle {
        size,
        leading: leading?.value,
        colour: colour?,
    };
    Some(TableStyle {
        text,
        smallest_size,
        pad_x: pad_x?.value,
        pad_y: pad_y?.value,
        rule: rule?.value,
        strong_rule: strong_rule?.value,
        rule_colour: rule_colour?,
        strong_rule_colour: strong_rule_colour?,
        header_ground: header_ground?,
        total_ground: total_ground?,
    })
}

/// The size of the text of tables, and the smallest that it may shrink to, pt.
fn table_sizes(reading: &mut Reading, group: &Group<'_, TabellaScritta>) -> Option<(f64, f64)> {
    let size = reading.measure(group, &key!(corpo), Misura::Corpo);
    let smallest = reading.measure(group, &key!(corpo_minimo), Misura::Corpo);
    let (size, smallest) = (size?, smallest?);
    if smallest.value > size.value {
        // The one to change is of the file that counts most.
        let (changed, other) = if size.place.file > smallest.place.file {
            (size.place, smallest.place)
        } else {
            (smallest.place, size.place)
        };
        let grande = GenereAspetto::CorpoMinimoGrande { altro: other };
        reading.aspetto(&changed, grande);
        return None;
    }
    Some((size.value, smallest.value))
}

/// White space between parts of the text, pt: paragraphs, items of lists, blocks; and how far an
/// item stands in.
pub(super) fn gaps(reading: &mut Reading, whole: &Whole<'_>) -> Option<[f64; 4]> {
    let group = reading.group(whole, "spazi", &key!(spazi))?;
    let keys: [Key<SpaziScritti, Scritto>; 4] =
        [key!(paragrafi), key!(elenchi), key!(blocchi), key!(rientro)];
    let [paragraphs, items, blocks, indent] =
        keys.map(|key| reading.measure(&group, &key, Misura::Spazio));
    Some([paragraphs?, items?, blocks?, indent?].map(|gap| gap.value))
}

/// Colours of what is not text: accent, thin lines, ground of preformatted text, stamp.
pub(super) fn colours(reading: &mut Reading, whole: &Whole<'_>) -> Option<[Colour; 4]> {
    let group = reading.group(whole, "colori", &key!(colori))?;
    let keys: [Key<ColoriScritti, Scritto>; 4] =
        [key!(accento), key!(filetti), key!(fondo), key!(bozza)];
    let [accent, lines, tint, stamp] = keys.map(|key| reading.colour(&group, &key));
    Some([accent?, lines?, tint?, stamp?])
}
