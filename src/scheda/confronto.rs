//! Two versions of a card side by side: what changed, word by word in texts, value by value in
//! indicators.
//!
//! Cards are compared as they are shown, field by field: whatever a card shows is compared, and nothing
//! else. Rows of a table and steps are paired by what they are about: first those that say the same,
//! then, in order, those most alike; the rest is new or gone.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::{
    Cella, Corpo, Dato, GenereCella, Riga, Rilievo, Scheda, Sezione, Tabella, Tratti, Tratto,
    parole, tratti,
};

/// Two versions of a card, and what differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Confronto {
    /// The card as it was, what is gone marked.
    pub prima: Scheda,
    /// The card as it is, what is new marked.
    pub dopo: Scheda,
    /// Field by field, what differs; empty when the versions say the same.
    pub differenze: Vec<Differenza>,
}

/// A field that differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Differenza {
    /// Which: *Peso*, *Fase 2*, *Indicatore «Inventario»: atteso*.
    pub campo: String,
    /// What it said, what is gone marked; nothing where there was none.
    pub prima: Tratti,
    /// What it says, what is new marked; nothing where there is none.
    pub dopo: Tratti,
}

/// Compares two versions of a card.
#[must_use]
pub fn confronta(prima: &Scheda, dopo: &Scheda) -> Confronto {
    let mut differenze = Vec::new();
    let (mut era, mut e) = (prima.clone(), dopo.clone());
    let numero = |scheda: &Scheda| tratti(scheda.numero.clone().unwrap_or_default());
    let (n_era, n_e) = interi(&numero(prima), &numero(dopo));
    nota(&mut differenze, "Numero", &n_era, &n_e);
    parola_per_parola(&mut era.titolo, &mut e.titolo);
    nota(&mut differenze, "Titolo", &era.titolo, &e.titolo);
    dati(&mut era.dati, &mut e.dati, &mut differenze);
    for sezione in &mut e.sezioni {
        let vecchia = era.sezioni.iter_mut().find(|s| s.chiave == sezione.chiave);
        match vecchia {
            Some(vecchia) => sezioni(vecchia, sezione, &mut differenze),
            None => intera(sezione, Rilievo::Nuovo, &mut differenze),
        }
    }
    for sezione in &mut era.sezioni {
        if !dopo
            .sezioni
            .iter()
            .any(|altra| altra.chiave == sezione.chiave)
        {
            intera(sezione, Rilievo::Tolto, &mut differenze);
        }
    }
    Confronto {
        prima: era,
        dopo: e,
        differenze,
    }
}

fn nota(differenze: &mut Vec<Differenza>, campo: &str, prima: &[Tratto], dopo: &[Tratto]) {
    let diversi = |tratti: &[Tratto]| tratti.iter().any(|t| t.rilievo != Rilievo::Uguale);
    if diversi(prima) || diversi(dopo) {
        differenze.push(Differenza {
            campo: campo.to_owned(),
            prima: prima.to_vec(),
            dopo: dopo.to_vec(),
        });
    }
}

fn dati(prima: &mut [Dato], dopo: &mut [Dato], differenze: &mut Vec<Differenza>) {
    let mut tolti: Vec<&mut Dato> = prima.iter_mut().collect();
    for dato in dopo {
        let posto = tolti.iter().position(|altro| altro.nome == dato.nome);
        if let Some(altro) = posto.map(|posto| tolti.remove(posto)) {
            (altro.valore, dato.valore) = interi(&altro.valore, &dato.valore);
            nota(differenze, &dato.nome, &altro.valore, &dato.valore);
        } else {
            segna(&mut dato.valore, Rilievo::Nuovo);
            nota(differenze, &dato.nome, &[], &dato.valore);
        }
    }
    for dato in tolti {
        segna(&mut dato.valore, Rilievo::Tolto);
        nota(differenze, &dato.nome, &dato.valore, &[]);
    }
}

fn sezioni(prima: &mut Sezione, dopo: &mut Sezione, differenze: &mut Vec<Differenza>) {
    let titolo = dopo.titolo.clone();
    match (&mut prima.corpo, &mut dopo.corpo) {
        (Corpo::Testo(prima), Corpo::Testo(dopo)) => {
            testi(prima, dopo);
            let (prima, dopo) = (prima.concat(), dopo.concat());
            nota(differenze, &titolo, &prima, &dopo);
        }
        (Corpo::Passi(prima), Corpo::Passi(dopo)) => passi(prima, dopo, "Fase", differenze),
        (Corpo::Voci(prima), Corpo::Voci(dopo)) => passi(prima, dopo, &titolo, differenze),
        (Corpo::Tabella(prima), Corpo::Tabella(dopo)) => tabelle(prima, dopo, differenze),
        (Corpo::Dati(prima), Corpo::Dati(dopo)) => dati(prima, dopo, differenze),
        (Corpo::Mesi(prima), Corpo::Mesi(dopo)) if prima != dopo => {
            let detti = |mesi: &[super::RigaMesi]| {
                let righe = mesi.iter().map(|riga| {
                    let mesi = crate::lingua::mesi_segnati(&riga.segni);
                    format!("{}: {mesi}", riga.nome)
                });
                tratti(righe.collect::<Vec<_>>().join("; "))
            };
            let (prima, dopo) = interi(&detti(prima), &detti(dopo));
            nota(differenze, &titolo, &prima, &dopo);
        }
        _ => {}
    }
}

/// A section that one version alone has.
fn intera(sezione: &mut Sezione, rilievo: Rilievo, differenze: &mut Vec<Differenza>) {
    let mut tutto: Vec<(String, Tratti)> = Vec::new();
    match &mut sezione.corpo {
        Corpo::Testo(testi) => {
            testi.iter_mut().for_each(|testo| segna(testo, rilievo));
            tutto.push((sezione.titolo.clone(), testi.concat()));
        }
        Corpo::Passi(passi) | Corpo::Voci(passi) => {
            for (posto, passo) in passi.iter_mut().enumerate() {
                segna(passo, rilievo);
                tutto.push((format!("Fase {}", posto + 1), passo.clone()));
            }
        }
        Corpo::Dati(dati) => {
            for dato in dati {
                segna(&mut dato.valore, rilievo);
                tutto.push((dato.nome.clone(), dato.valore.clone()));
            }
        }
        Corpo::Tabella(tabella) => {
            for riga in &mut tabella.righe {
                let mut detta = riga_detta(&tabella.colonne, riga);
                segna_riga(riga, rilievo);
                segna(&mut detta, rilievo);
                tutto.push((sezione.titolo.clone(), detta));
            }
        }
        Corpo::Mesi(righe) => {
            let nomi: Vec<&str> = righe.iter().map(|riga| riga.nome.as_str()).collect();
            let mut detti = tratti(nomi.join(", "));
            segna(&mut detti, rilievo);
            tutto.push((sezione.titolo.clone(), detti));
        }
    }
    for (campo, testo) in tutto {
        match rilievo {
            Rilievo::Tolto => nota(differenze, &campo, &testo, &[]),
            Rilievo::Nuovo | Rilievo::Uguale => nota(differenze, &campo, &[], &testo),
        }
    }
}

/// Paragraphs, compared one by one in order.
fn testi(prima: &mut [Tratti], dopo: &mut [Tratti]) {
    for (vecchio, nuovo) in prima.iter_mut().zip(dopo.iter_mut()) {
        parola_per_parola(vecchio, nuovo);
    }
    let comuni = prima.len().min(dopo.len());
    prima
        .iter_mut()
        .skip(comuni)
        .for_each(|testo| segna(testo, Rilievo::Tolto));
    dopo.iter_mut()
        .skip(comuni)
        .for_each(|testo| segna(testo, Rilievo::Nuovo));
}

fn passi(prima: &mut [Tratti], dopo: &mut [Tratti], nome: &str, differenze: &mut Vec<Differenza>) {
    let nomi = |passi: &[Tratti]| passi.iter().map(|p| parole(p)).collect::<Vec<_>>();
    let coppie = coppie(&nomi(prima), &nomi(dopo));
    for (posto, passo) in dopo.iter_mut().enumerate() {
        let campo = format!("{nome} {}", posto + 1);
        let vecchio = coppie.iter().find(|(_, nuovo)| *nuovo == posto);
        match vecchio.and_then(|(vecchio, _)| prima.get_mut(*vecchio)) {
            Some(vecchio) => {
                parola_per_parola(vecchio, passo);
                nota(differenze, &campo, vecchio, passo);
            }
            None => {
                segna(passo, Rilievo::Nuovo);
                nota(differenze, &campo, &[], passo);
            }
        }
    }
    for (posto, passo) in prima.iter_mut().enumerate() {
        if !coppie.iter().any(|(vecchio, _)| *vecchio == posto) {
            segna(passo, Rilievo::Tolto);
            nota(differenze, &format!("{nome} {}", posto + 1), passo, &[]);
        }
    }
}

fn tabelle(prima: &mut Tabella, dopo: &mut Tabella, differenze: &mut Vec<Differenza>) {
    let coppie = coppie(&soggetti(prima), &soggetti(dopo));
    for (posto, riga) in dopo.righe.iter_mut().enumerate() {
        let vecchia = coppie.iter().find(|(_, nuova)| *nuova == posto);
        let vecchia = vecchia.and_then(|(vecchia, _)| prima.righe.get_mut(*vecchia));
        let detta = riga_detta(&dopo.colonne, riga);
        let campo = campo(&dopo.colonne, riga);
        match vecchia {
            Some(vecchia) => {
                let mut colonne = Colonne {
                    prima: &prima.colonne,
                    dopo: &dopo.colonne,
                };
                righe(&mut colonne, vecchia, riga, &campo, differenze);
            }
            None => {
                segna_riga(riga, Rilievo::Nuovo);
                let mut detta = detta;
                segna(&mut detta, Rilievo::Nuovo);
                nota(differenze, "Indicatore nuovo", &[], &detta);
            }
        }
    }
    for (posto, riga) in prima.righe.iter_mut().enumerate() {
        if !coppie.iter().any(|(vecchia, _)| *vecchia == posto) {
            let mut detta = riga_detta(&prima.colonne, riga);
            segna(&mut detta, Rilievo::Tolto);
            segna_riga(riga, Rilievo::Tolto);
            nota(differenze, "Indicatore tolto", &detta, &[]);
        }
    }
}

/// The columns of two versions of a table: a column that only one has is new or gone.
struct Colonne<'a> {
    prima: &'a [super::Colonna],
    dopo: &'a [super::Colonna],
}

fn righe(
    colonne: &mut Colonne<'_>,
    prima: &mut Riga,
    dopo: &mut Riga,
    campo: &str,
    differenze: &mut Vec<Differenza>,
) {
    let mut viste = Vec::new();
    for (colonna, cella) in colonne.dopo.iter().zip(&mut dopo.celle) {
        let posto = colonne.prima.iter().position(|altra| altra == colonna);
        viste.extend(posto);
        let vecchia = posto.and_then(|posto| prima.celle.get_mut(posto));
        let mut nessuna = Cella::default();
        let vecchia = vecchia.unwrap_or(&mut nessuna);
        let nome = match colonna.genere {
            GenereCella::Soggetto => {
                parola_per_parola(&mut vecchia.testo, &mut cella.testo);
                campo.to_owned()
            }
            GenereCella::Gruppo | GenereCella::Valore => {
                (vecchia.testo, cella.testo) = interi(&vecchia.testo, &cella.testo);
                format!("{campo}: {}", colonna.titolo.to_lowercase())
            }
        };
        nota(differenze, &nome, &vecchia.testo, &cella.testo);
    }
    for (posto, (colonna, cella)) in colonne.prima.iter().zip(&mut prima.celle).enumerate() {
        if !viste.contains(&posto) {
            segna(&mut cella.testo, Rilievo::Tolto);
            let nome = format!("{campo}: {}", colonna.titolo.to_lowercase());
            nota(differenze, &nome, &cella.testo, &[]);
        }
    }
}

fn soggetti(tabella: &Tabella) -> Vec<String> {
    tabella
        .righe
        .iter()
        .map(|riga| soggetto(&tabella.colonne, riga))
        .collect()
}

fn soggetto(colonne: &[super::Colonna], riga: &Riga) -> String {
    let mut celle = colonne.iter().zip(&riga.celle);
    let soggetto = celle.find(|(colonna, _)| colonna.genere == GenereCella::Soggetto);
    soggetto.map_or_else(String::new, |(_, cella)| parole(&cella.testo))
}

fn campo(colonne: &[super::Colonna], riga: &Riga) -> String {
    format!("Indicatore «{}»", soggetto(colonne, riga))
}

/// A row in words: *Inventario dei beni: 31-ott (Indici di tempo)*.
fn riga_detta(colonne: &[super::Colonna], riga: &Riga) -> Tratti {
    let mut detta = soggetto(colonne, riga);
    let valori: Vec<String> = colonne
        .iter()
        .zip(&riga.celle)
        .filter(|(colonna, cella)| {
            colonna.genere != GenereCella::Soggetto && !cella.testo.is_empty()
        })
        .map(|(colonna, cella)| match colonna.genere {
            GenereCella::Gruppo => parole(&cella.testo),
            _ => format!("{} {}", colonna.titolo.to_lowercase(), parole(&cella.testo)),
        })
        .collect();
    if !valori.is_empty() {
        detta.push_str(&format!(" ({})", valori.join(", ")));
    }
    tratti(detta)
}

/// Pairs of things that are the same in two lists: equal ones first, then in order those most alike.
fn coppie(prima: &[String], dopo: &[String]) -> Vec<(usize, usize)> {
    let normale = |testo: &str| testo.to_lowercase();
    let mut coppie: Vec<(usize, usize)> = Vec::new();
    let libera = |coppie: &[(usize, usize)], vecchio: usize| {
        !coppie.iter().any(|(altro, _)| *altro == vecchio)
    };
    for (nuovo, testo) in dopo.iter().enumerate() {
        let uguale = prima.iter().enumerate().position(|(vecchio, altro)| {
            libera(&coppie, vecchio) && normale(altro) == normale(testo)
        });
        coppie.extend(uguale.map(|vecchio| (vecchio, nuovo)));
    }
    for (nuovo, testo) in dopo.iter().enumerate() {
        if coppie.iter().any(|(_, altro)| *altro == nuovo) {
            continue;
        }
        let simile = prima
            .iter()
            .enumerate()
            .filter(|(vecchio, _)| libera(&coppie, *vecchio))
            .map(|(vecchio, altro)| (strsim::sorensen_dice(altro, testo), vecchio))
            .filter(|(quanto, _)| *quanto >= ABBASTANZA_SIMILI)
            .max_by(|(uno, _), (altro, _)| uno.total_cmp(altro));
        coppie.extend(simile.map(|(_, vecchio)| (vecchio, nuovo)));
    }
    coppie
}

/// How alike two texts must be to be versions of one another, between 0 and 1.
const ABBASTANZA_SIMILI: f64 = 0.5;

/// Marks in both versions the words that the other does not have.
fn parola_per_parola(prima: &mut Tratti, dopo: &mut Tratti) {
    let (vecchio, nuovo) = (parole(prima), parole(dopo));
    let vecchie: Vec<&str> = vecchio.split_whitespace().collect();
    let nuove: Vec<&str> = nuovo.split_whitespace().collect();
    // A word that only begins another sentence is the same word.
    let minuscole = |parole: &[&str]| -> Vec<String> {
        parole.iter().map(|parola| parola.to_lowercase()).collect()
    };
    let (da, a) = (minuscole(&vecchie), minuscole(&nuove));
    let (mut era, mut e) = (Tratti::new(), Tratti::new());
    for operazione in capture_diff_slices(Algorithm::Patience, &da, &a) {
        let uguali = matches!(operazione, DiffOp::Equal { .. });
        let rilievo = |diverso| if uguali { Rilievo::Uguale } else { diverso };
        let (vecchie_sue, nuove_sue) = (operazione.old_range(), operazione.new_range());
        aggiungi(&mut era, vecchie.get(vecchie_sue), rilievo(Rilievo::Tolto));
        aggiungi(&mut e, nuove.get(nuove_sue), rilievo(Rilievo::Nuovo));
    }
    for tratti in [&mut era, &mut e] {
        if let Some(ultimo) = tratti.last_mut() {
            ultimo.testo.truncate(ultimo.testo.trim_end().len());
        }
    }
    (*prima, *dopo) = (era, e);
}

fn aggiungi(tratti: &mut Tratti, parole: Option<&[&str]>, rilievo: Rilievo) {
    let Some(parole) = parole.filter(|parole| !parole.is_empty()) else {
        return;
    };
    tratti.push(Tratto {
        testo: format!("{} ", parole.join(" ")),
        rilievo,
    });
}

/// Values are the same or they are not.
fn interi(prima: &[Tratto], dopo: &[Tratto]) -> (Tratti, Tratti) {
    let (mut era, mut e) = (prima.to_vec(), dopo.to_vec());
    if parole(prima) != parole(dopo) {
        segna(&mut era, Rilievo::Tolto);
        segna(&mut e, Rilievo::Nuovo);
    }
    (era, e)
}

fn segna(tratti: &mut [Tratto], rilievo: Rilievo) {
    for tratto in tratti {
        tratto.rilievo = rilievo;
    }
}

fn segna_riga(riga: &mut Riga, rilievo: Rilievo) {
    for cella in &mut riga.celle {
        segna(&mut cella.testo, rilievo);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn confrontati(prima: &str, dopo: &str) -> (String, String) {
        let (mut era, mut e) = (tratti(prima), tratti(dopo));
        parola_per_parola(&mut era, &mut e);
        let scritti = |tratti: &[Tratto]| {
            tratti
                .iter()
                .map(|tratto| match tratto.rilievo {
                    Rilievo::Uguale => tratto.testo.clone(),
                    Rilievo::Nuovo => format!("+{}+", tratto.testo),
                    Rilievo::Tolto => format!("-{}-", tratto.testo),
                })
                .collect::<String>()
        };
        (scritti(&era), scritti(&e))
    }

    #[test]
    fn texts_differ_word_by_word() {
        assert_eq!(
            confrontati(
                "Sportello in via telematica",
                "Sportello per il cittadino in via telematica"
            ),
            (
                "Sportello in via telematica".to_owned(),
                "Sportello +per il cittadino +in via telematica".to_owned()
            )
        );
        assert_eq!(
            confrontati("entro giugno", "entro luglio"),
            ("entro -giugno-".to_owned(), "entro +luglio+".to_owned())
        );
        assert_eq!(
            confrontati("", "nuovo"),
            (String::new(), "+nuovo+".to_owned())
        );
    }

    #[test]
    fn equal_things_are_paired_first_and_alike_ones_in_order() {
        let nomi = |nomi: &[&str]| nomi.iter().map(|n| (*n).to_owned()).collect::<Vec<_>>();
        assert_eq!(
            coppie(
                &nomi(&["Inventario dei beni", "Sgombero", "Riordino"]),
                &nomi(&["Sgombero", "Inventario dei beni da dismettere", "Vendita"]),
            ),
            [(1, 0), (0, 1)]
        );
    }

    proptest! {
        #[test]
        fn no_word_is_lost(prima in "[a-d ]{0,30}", dopo in "[a-d ]{0,30}") {
            let (mut era, mut e) = (tratti(prima.clone()), tratti(dopo.clone()));
            parola_per_parola(&mut era, &mut e);
            let normale = |testo: &str| testo.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(parole(&era), normale(&prima));
            prop_assert_eq!(parole(&e), normale(&dopo));
            let comuni = |tratti: &[Tratto]| -> String {
                tratti.iter().filter(|t| t.rilievo == Rilievo::Uguale).map(|t| t.testo.trim().to_owned()).collect::<Vec<_>>().join(" ")
            };
            prop_assert_eq!(comuni(&era), comuni(&e));
        }
    }
}
