//! How wide the columns are.
//!
//! Columns that ask for their content get it if the others keep room for their longest words; the
//! rest is shared out in proportion. A column is never narrower than its longest word while that is
//! possible; then words are divided; then, last, the widest columns shrink and their words are torn.

use super::super::lines::Extent;
use super::super::number;
use crate::document::ColumnWidth;

/// What a cell asks of the columns that it covers, padding included.
#[derive(Debug, Clone, Copy)]
pub(super) struct Claim {
    /// First column.
    pub(super) column: usize,
    /// How many.
    pub(super) columns: usize,
    /// How narrow and how wide its content can be.
    pub(super) extent: Extent,
}

/// The extents of each column: cells of one column first, then what cells of several still need.
pub(super) fn extents(columns: usize, claims: &[Claim]) -> Vec<Extent> {
    let mut extents = vec![Extent::default(); columns];
    for claim in claims.iter().filter(|claim| claim.columns == 1) {
        if let Some(extent) = extents.get_mut(claim.column) {
            *extent = extent.or(claim.extent);
        }
    }
    for claim in claims.iter().filter(|claim| claim.columns > 1) {
        let last = claim.column + claim.columns;
        if let Some(covered) = extents.get_mut(claim.column..last) {
            let count = number(covered.len());
            let lack = |needed: f64, own: fn(&Extent) -> f64, covered: &[Extent]| {
                (needed - covered.iter().map(own).sum::<f64>()).max(0.0) / count
            };
            let divided = lack(claim.extent.divided, |own| own.divided, covered);
            let word = lack(claim.extent.word, |own| own.word, covered);
            let line = lack(claim.extent.line, |own| own.line, covered);
            for extent in covered {
                extent.divided += divided;
                extent.word += word;
                extent.line += line;
            }
        }
    }
    extents
}

/// The least width at which no word is torn.
pub(super) fn least(extents: &[Extent]) -> f64 {
    extents.iter().map(|extent| extent.divided).sum()
}

/// The width of each column, together `width`.
pub(super) fn widths(hints: &[ColumnWidth], extents: &[Extent], width: f64) -> Vec<f64> {
    let words: Vec<f64> = extents.iter().map(|extent| extent.word).collect();
    let parts: Vec<f64> = extents.iter().map(|extent| extent.divided).collect();
    if sum(&words) <= width {
        return generous(hints, extents, &words, width);
    }
    if sum(&parts) <= width {
        // Words must be divided somewhere: where they are longest beyond their parts.
        return between(&parts, &words, width);
    }
    capped(&parts, width)
}

/// The widths that fit when the widest columns, and only they, give way until all is well.
fn capped(parts: &[f64], width: f64) -> Vec<f64> {
    let mut sorted = parts.to_vec();
    sorted.sort_by(f64::total_cmp);
    let (mut left, mut cap) = (width, 0.0);
    for (index, part) in sorted.iter().enumerate() {
        cap = left / number(parts.len() - index);
        if *part > cap {
            break;
        }
        left -= part;
    }
    parts.iter().map(|part| part.min(cap)).collect()
}

/// Every column has room for its words; what is left goes to whoever asks for it.
fn generous(hints: &[ColumnWidth], extents: &[Extent], words: &[f64], width: f64) -> Vec<f64> {
    let shares: Vec<f64> = hints
        .iter()
        .map(|hint| match hint {
            ColumnWidth::Content => 0.0,
            ColumnWidth::Share(share) => f64::from(*share).clamp(0.01, 1e6),
        })
        .collect();
    let wanted: Vec<f64> = extents
        .iter()
        .zip(&shares)
        .map(|(extent, share)| {
            if *share > 0.0 {
                extent.word
            } else {
                extent.line.max(extent.word)
            }
        })
        .collect();
    if sum(&wanted) > width {
        return between(words, &wanted, width);
    }
    if sum(&shares) > 0.0 {
        return share_out(&wanted, &shares, width);
    }
    let left = width - sum(&wanted);
    let total = sum(&wanted).max(1.0);
    wanted.iter().map(|own| own + left * own / total).collect()
}

/// Columns without a share keep their width; the others divide the rest by share, none below its
/// least.
fn share_out(least: &[f64], shares: &[f64], width: f64) -> Vec<f64> {
    let mut widths = least.to_vec();
    let mut held: Vec<bool> = shares.iter().map(|share| *share <= 0.0).collect();
    loop {
        let taken: f64 = sum_where(&widths, &held, |held| held);
        let open: f64 = sum_where(shares, &held, |held| !held);
        if open <= 0.0 {
            return widths;
        }
        let unit = (width - taken) / open;
        let mut settled = true;
        let columns = widths
            .iter_mut()
            .zip(&mut held)
            .zip(least.iter().zip(shares));
        for ((own, held), (least, share)) in columns {
            if *held {
                continue;
            }
            *own = unit * share;
            if *own < *least {
                (*own, *held, settled) = (*least, true, false);
            }
        }
        if settled {
            return widths;
        }
    }
}

fn sum_where(values: &[f64], held: &[bool], wanted: impl Fn(bool) -> bool) -> f64 {
    values
        .iter()
        .zip(held)
        .filter(|(_, held)| wanted(**held))
        .map(|(value, _)| value)
        .sum()
}

/// Widths between a lower and an upper bound, all as far from the lower as the sum allows.
fn between(low: &[f64], high: &[f64], width: f64) -> Vec<f64> {
    let (least, most) = (sum(low), sum(high));
    let part = if most > least {
        ((width - least) / (most - least)).clamp(0.0, 1.0)
    } else {
        0.0
    };
    low.iter()
        .zip(high)
        .map(|(low, high)| (high - low).mul_add(part, *low))
        .collect()
}

fn sum(values: &[f64]) -> f64 {
    values.iter().sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn extent(word: f64, line: f64) -> Extent {
        Extent {
            divided: word / 2.0,
            word,
            line,
        }
    }

    fn close(widths: &[f64], expected: &[f64]) {
        let near = widths
            .iter()
            .zip(expected)
            .all(|(a, b)| (a - b).abs() < 0.01);
        assert!(near && widths.len() == expected.len(), "{widths:?}");
    }

    #[test]
    fn content_takes_its_line_and_shares_divide_the_rest() {
        let hints = [
            ColumnWidth::Content,
            ColumnWidth::Share(1.0),
            ColumnWidth::Share(2.0),
        ];
        let extents = [extent(20.0, 40.0), extent(30.0, 900.0), extent(30.0, 900.0)];
        close(&widths(&hints, &extents, 340.0), &[40.0, 100.0, 200.0]);
    }

    #[test]
    fn a_share_is_never_below_its_longest_word() {
        let hints = [ColumnWidth::Share(1.0), ColumnWidth::Share(9.0)];
        let extents = [extent(80.0, 100.0), extent(30.0, 900.0)];
        close(&widths(&hints, &extents, 300.0), &[80.0, 220.0]);
    }

    #[test]
    fn a_word_without_end_takes_nothing_from_the_other_columns() {
        let hints = [ColumnWidth::Content; 3];
        let extents = [
            extent(40.0, 40.0),
            extent(9000.0, 9000.0),
            extent(60.0, 60.0),
        ];
        close(&widths(&hints, &extents, 300.0), &[20.0, 250.0, 30.0]);
    }

    #[test]
    fn what_cannot_fit_still_adds_up() {
        let hints = [ColumnWidth::Content; 3];
        let extents = [extent(400.0, 400.0); 3];
        let total: f64 = widths(&hints, &extents, 300.0).iter().sum();
        assert!((total - 300.0).abs() < 0.01);
    }
}
