//! Two versions of a card side by side: what changed, word by word in texts, value by value in
//! indicators.
//!
//! Cards are compared as they are shown, field by field: whatever a card shows is compared, and nothing
//! else. Rows of a table and steps are paired by what they are about: first those that say the same,
//! then, in order, those most alike; the rest is new or gone.

mod parole_diverse;

use parole_diverse::{coppie, parola_per_parola};

use super::{
    Capoverso, Cella, Corpo, Dato, GenereCella, Riga, Rilievo, Scheda, Sezione, Tabella, Tratti,
    Tratto, parole, tratti,
};

use crate::lingua;
use crate::parole::Parole;

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
pub fn confronta(prima: &Scheda, dopo: &Scheda, parole: &Parole) -> Confronto {
    let mut differenze = Differenze {
        parole,
        trovate: Vec::new(),
    };
    let (mut era, mut e) = (prima.clone(), dopo.clone());
    let numero = |scheda: &Scheda| tratti(scheda.numero.clone().unwrap_or_default());
    let (n_era, n_e) = interi(&numero(prima), &numero(dopo));
    differenze.nota(&parole.confronto.numero, &n_era, &n_e);
    parola_per_parola(&mut era.titolo, &mut e.titolo);
    differenze.nota(&parole.confronto.titolo_del_campo, &era.titolo, &e.titolo);
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
        differenze: differenze.trovate,
    }
}

/// What differs so far, and the words to say it.
struct Differenze<'a> {
    parole: &'a Parole,
    trovate: Vec<Differenza>,
}

impl Differenze<'_> {
    fn nota(&mut self, campo: &str, prima: &[Tratto], dopo: &[Tratto]) {
        let diversi = |tratti: &[Tratto]| tratti.iter().any(|t| t.rilievo != Rilievo::Uguale);
        if diversi(prima) || diversi(dopo) {
            self.trovate.push(Differenza {
                campo: campo.to_owned(),
                prima: prima.to_vec(),
                dopo: dopo.to_vec(),
            });
        }
    }

    /// A step by its place, from 0.
    fn fase(&self, posto: usize) -> String {
        let numero = (posto + 1).to_string();
        self.parole.scheda.fase.con(&[("n", &numero)])
    }

    /// A value of a row: *Indicatore «Inventario»: atteso*.
    fn campo_di(&self, campo: &str, colonna: &super::Colonna) -> String {
        let nome = lingua::in_mezzo(&colonna.titolo, self.parole);
        format!("{campo}: {nome}")
    }
}

fn dati(prima: &mut [Dato], dopo: &mut [Dato], differenze: &mut Differenze<'_>) {
    let mut tolti: Vec<&mut Dato> = prima.iter_mut().collect();
    for dato in dopo {
        let posto = tolti.iter().position(|altro| altro.nome == dato.nome);
        if let Some(altro) = posto.map(|posto| tolti.remove(posto)) {
            (altro.valore, dato.valore) = interi(&altro.valore, &dato.valore);
            differenze.nota(&dato.nome, &altro.valore, &dato.valore);
        } else {
            segna(&mut dato.valore, Rilievo::Nuovo);
            differenze.nota(&dato.nome, &[], &dato.valore);
        }
    }
    for dato in tolti {
        segna(&mut dato.valore, Rilievo::Tolto);
        differenze.nota(&dato.nome, &dato.valore, &[]);
    }
}

fn sezioni(prima: &mut Sezione, dopo: &mut Sezione, differenze: &mut Differenze<'_>) {
    let titolo = dopo.titolo.clone();
    match (&mut prima.corpo, &mut dopo.corpo) {
        (Corpo::Testo(prima), Corpo::Testo(dopo)) => {
            testi(prima, dopo);
            differenze.nota(&titolo, &di_seguito(prima), &di_seguito(dopo));
        }
        (Corpo::Passi(prima), Corpo::Passi(dopo)) => passi(prima, dopo, None, differenze),
        (Corpo::Voci(prima), Corpo::Voci(dopo)) => passi(prima, dopo, Some(&titolo), differenze),
        (Corpo::Tabella(prima), Corpo::Tabella(dopo)) => tabelle(prima, dopo, differenze),
        (Corpo::Dati(prima), Corpo::Dati(dopo)) => dati(prima, dopo, differenze),
        (Corpo::Mesi(prima), Corpo::Mesi(dopo)) if prima != dopo => {
            let detti = |mesi: &[super::RigaMesi]| {
                let righe = mesi.iter().map(|riga| {
                    let mesi = lingua::mesi_segnati(&riga.segni, differenze.parole);
                    format!("{}: {mesi}", riga.nome)
                });
                tratti(righe.collect::<Vec<_>>().join("; "))
            };
            let (prima, dopo) = interi(&detti(prima), &detti(dopo));
            differenze.nota(&titolo, &prima, &dopo);
        }
        _ => {}
    }
}

/// A section that one version alone has.
fn intera(sezione: &mut Sezione, rilievo: Rilievo, differenze: &mut Differenze<'_>) {
    let mut tutto: Vec<(String, Tratti)> = Vec::new();
    match &mut sezione.corpo {
        Corpo::Testo(testi) => {
            for testo in testi.iter_mut() {
                segna(&mut testo.testo, rilievo);
            }
            tutto.push((sezione.titolo.clone(), di_seguito(testi)));
        }
        Corpo::Passi(passi) | Corpo::Voci(passi) => {
            for (posto, passo) in passi.iter_mut().enumerate() {
                segna(passo, rilievo);
                tutto.push((differenze.fase(posto), passo.clone()));
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
                let mut detta = riga_detta(&tabella.colonne, riga, differenze.parole);
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
            Rilievo::Tolto => differenze.nota(&campo, &testo, &[]),
            Rilievo::Nuovo | Rilievo::Uguale => differenze.nota(&campo, &[], &testo),
        }
    }
}

/// The pieces of a text, one after the other.
fn di_seguito(testi: &[Capoverso]) -> Tratti {
    let testi = testi.iter().map(|capoverso| capoverso.testo.as_slice());
    testi.collect::<Vec<_>>().concat()
}

/// Paragraphs, compared one by one in order.
fn testi(prima: &mut [Capoverso], dopo: &mut [Capoverso]) {
    for (vecchio, nuovo) in prima.iter_mut().zip(dopo.iter_mut()) {
        parola_per_parola(&mut vecchio.testo, &mut nuovo.testo);
    }
    let comuni = prima.len().min(dopo.len());
    prima
        .iter_mut()
        .skip(comuni)
        .for_each(|capoverso| segna(&mut capoverso.testo, Rilievo::Tolto));
    dopo.iter_mut()
        .skip(comuni)
        .for_each(|capoverso| segna(&mut capoverso.testo, Rilievo::Nuovo));
}

/// Steps, or things under the name of their section.
fn passi(
    prima: &mut [Tratti],
    dopo: &mut [Tratti],
    nome: Option<&str>,
    differenze: &mut Differenze<'_>,
) {
    let campo = |posto: usize, differenze: &Differenze<'_>| match nome {
        Some(nome) => format!("{nome} {}", posto + 1),
        None => differenze.fase(posto),
    };
    let nomi = |passi: &[Tratti]| passi.iter().map(|p| parole(p)).collect::<Vec<_>>();
    let coppie = coppie(&nomi(prima), &nomi(dopo));
    for (posto, passo) in dopo.iter_mut().enumerate() {
        let campo = campo(posto, differenze);
        let vecchio = coppie.iter().find(|(_, nuovo)| *nuovo == posto);
        if let Some(vecchio) = vecchio.and_then(|(vecchio, _)| prima.get_mut(*vecchio)) {
            parola_per_parola(vecchio, passo);
            differenze.nota(&campo, vecchio, passo);
        } else {
            segna(passo, Rilievo::Nuovo);
            differenze.nota(&campo, &[], passo);
        }
    }
    for (posto, passo) in prima.iter_mut().enumerate() {
        if !coppie.iter().any(|(vecchio, _)| *vecchio == posto) {
            segna(passo, Rilievo::Tolto);
            let campo = campo(posto, differenze);
            differenze.nota(&campo, passo, &[]);
        }
    }
}

fn tabelle(prima: &mut Tabella, dopo: &mut Tabella, differenze: &mut Differenze<'_>) {
    let coppie = coppie(&soggetti(prima), &soggetti(dopo));
    for (posto, riga) in dopo.righe.iter_mut().enumerate() {
        let vecchia = coppie.iter().find(|(_, nuova)| *nuova == posto);
        let vecchia = vecchia.and_then(|(vecchia, _)| prima.righe.get_mut(*vecchia));
        let mut detta = riga_detta(&dopo.colonne, riga, differenze.parole);
        let nome = soggetto(&dopo.colonne, riga);
        let campo = differenze
            .parole
            .confronto
            .indicatore
            .con(&[("nome", &nome)]);
        if let Some(vecchia) = vecchia {
            let colonne = Colonne {
                prima: &prima.colonne,
                dopo: &dopo.colonne,
            };
            righe(&colonne, vecchia, riga, &campo, differenze);
        } else {
            segna_riga(riga, Rilievo::Nuovo);
            segna(&mut detta, Rilievo::Nuovo);
            let nuovo = &differenze.parole.confronto.indicatore_nuovo;
            differenze.nota(nuovo, &[], &detta);
        }
    }
    for (posto, riga) in prima.righe.iter_mut().enumerate() {
        if !coppie.iter().any(|(vecchia, _)| *vecchia == posto) {
            let mut detta = riga_detta(&prima.colonne, riga, differenze.parole);
            segna(&mut detta, Rilievo::Tolto);
            segna_riga(riga, Rilievo::Tolto);
            let tolto = &differenze.parole.confronto.indicatore_tolto;
            differenze.nota(tolto, &detta, &[]);
        }
    }
}

/// The columns of two versions of a table: a column that only one has is new or gone.
struct Colonne<'a> {
    prima: &'a [super::Colonna],
    dopo: &'a [super::Colonna],
}

fn righe(
    colonne: &Colonne<'_>,
    prima: &mut Riga,
    dopo: &mut Riga,
    campo: &str,
    differenze: &mut Differenze<'_>,
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
                differenze.campo_di(campo, colonna)
            }
        };
        differenze.nota(&nome, &vecchia.testo, &cella.testo);
    }
    for (posto, (colonna, cella)) in colonne.prima.iter().zip(&mut prima.celle).enumerate() {
        if !viste.contains(&posto) {
            segna(&mut cella.testo, Rilievo::Tolto);
            let nome = differenze.campo_di(campo, colonna);
            differenze.nota(&nome, &cella.testo, &[]);
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

/// A row in words: *Inventario dei beni: 31-ott (Indici di tempo)*.
fn riga_detta(colonne: &[super::Colonna], riga: &Riga, words: &Parole) -> Tratti {
    let detta = soggetto(colonne, riga);
    let valori: Vec<String> = colonne
        .iter()
        .zip(&riga.celle)
        .filter(|(colonna, cella)| {
            colonna.genere != GenereCella::Soggetto && !cella.testo.is_empty()
        })
        .map(|(colonna, cella)| match colonna.genere {
            GenereCella::Gruppo => parole(&cella.testo),
            _ => format!(
                "{} {}",
                lingua::in_mezzo(&colonna.titolo, words),
                parole(&cella.testo)
            ),
        })
        .collect();
    if valori.is_empty() {
        return tratti(detta);
    }
    tratti(format!("{detta} ({})", valori.join(", ")))
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
