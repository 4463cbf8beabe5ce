//! Two versions of a card side by side: what changed, word by word in texts, value by value in
//! indicators.
//!
//! Cards are compared as they are shown, field by field: whatever a card shows is compared, and nothing
//! else. Rows of a table and steps are paired by what they are about: first those that say the same,
//! then, in order, those most alike; the rest is new or gone.

mod parole_diverse;

use parole_diverse::{coppie, parola_per_parola};

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
            for testo in testi.iter_mut() {
                segna(testo, rilievo);
            }
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
        if let Some(vecchio) = vecchio.and_then(|(vecchio, _)| prima.get_mut(*vecchio)) {
            parola_per_parola(vecchio, passo);
            nota(differenze, &campo, vecchio, passo);
        } else {
            segna(passo, Rilievo::Nuovo);
            nota(differenze, &campo, &[], passo);
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
        let mut detta = riga_detta(&dopo.colonne, riga);
        let campo = campo(&dopo.colonne, riga);
        if let Some(vecchia) = vecchia {
            let colonne = Colonne {
                prima: &prima.colonne,
                dopo: &dopo.colonne,
            };
            righe(&colonne, vecchia, riga, &campo, differenze);
        } else {
            segna_riga(riga, Rilievo::Nuovo);
            segna(&mut detta, Rilievo::Nuovo);
            nota(differenze, "Indicatore nuovo", &[], &detta);
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
    colonne: &Colonne<'_>,
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
    let detta = soggetto(colonne, riga);
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
