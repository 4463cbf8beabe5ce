//! Problems as data: what is wrong, where, with which values. Words are made in [`super::parole`].

use rust_decimal::Decimal;

use super::aspetto::GenereAspetto;
use super::contatti::Recapito;
use super::contenuto::GenereContenuto;
use super::documenti::GenereDocumento;
use super::lingua::GenereLingua;
use super::pubblicazione::GenerePubblicazione;
use super::valori::GenereValore;
use crate::document::markdown;
use crate::model::{AmbitoPesi, Anni, Estensione, Percentuale};
use crate::picture::PictureError;
use crate::source::{FaultKind, Lost, Place};

/// A rule that is not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problema {
    /// Where; `None` when it concerns no file.
    pub luogo: Option<Place>,
    /// What.
    pub genere: Genere,
}

/// How much a problem weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Gravita {
    /// The ente cannot be published.
    Errore,
    /// It can; somebody should look.
    Avviso,
    /// It can; it could be said better.
    Nota,
}

/// The form that a key belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forma {
    /// `ente.yaml`.
    Ente,
    /// `ciclo.yaml`.
    Ciclo,
    /// An act.
    Atto,
    /// A settore.
    Settore,
    /// A card.
    Scheda,
    /// A step.
    Fase,
    /// An indicator.
    Indicatore,
    /// A result.
    Risultato,
    /// The result of an indicator.
    Raggiunto,
    /// An act that changes the plan, in `modifiche/`.
    Modifica,
    /// A member of the organ.
    Componente,
    /// A card that an act takes out.
    Eliminato,
    /// An ufficio.
    Ufficio,
    /// What happens to a settore.
    Vicenda,
    /// Something wrong in the act.
    Segnalazione,
    /// A band of grades.
    Fascia,
    /// A node of the planning.
    Nodo,
    /// A share of an objective.
    Quota,
    /// A coat of arms.
    Stemma,
    /// A signature of an act.
    Firma,
    /// A file that the ciclo carries.
    Allegato,
    /// `pdf.yaml` of a theme.
    Aspetto,
    /// The paper in `pdf.yaml`.
    FormatoPagina,
    /// `theme.yaml` of a theme.
    Tema,
    /// A file of words of a theme.
    Lingua,
    /// Another group of keys in `pdf.yaml`.
    GruppoAspetto,
}

/// What a reference is to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Riferimento {
    /// An ufficio of the card's settore.
    Ufficio,
    /// An objective of the same ciclo.
    Obiettivo,
    /// An objective of an earlier year.
    Precedente,
    /// A node of `programmazione`.
    Programma,
}

/// A key of a form.
pub type Chiave = &'static str;

/// A list of words that a key accepts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Vocabolario {
    /// The role of an act.
    RuoloAtto,
    /// The kind of an indicator.
    CategoriaIndicatore,
    /// Yes or no.
    SiNo,
    /// The kind of an objective.
    TipoObiettivo,
    /// What a unit is called.
    TipoUnita,
    /// Whether more or less is better.
    Verso,
    /// What happens to a card.
    Cambio,
    /// A judgement on an objective.
    Valutazione,
    /// A judgement on an indicator.
    EsitoIndicatore,
    /// Whose weights are summed.
    AmbitoPesi,
    /// What is asked of a sum of weights.
    RegolaPesi,
    /// The sections of a form.
    SezioneModello,
    /// What a form names.
    VoceModello,
    /// The sizes of paper.
    FormatoPagina,
    /// The licences of open data.
    Licenza,
    /// What a file of the ciclo is.
    TipoAllegato,
}

/// What is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Genere {
    /// It cannot be read.
    Lettura(FaultKind),

    /// A key that the form needs is missing or empty.
    ChiaveMancante {
        /// The key.
        chiave: Chiave,
        /// The form.
        forma: Forma,
    },
    /// Not a code.
    CodiceNonValido {
        /// As written.
        scritto: String,
    },
    /// Not a year.
    AnnoNonValido {
        /// As written.
        scritto: String,
    },
    /// Not a date.
    DataNonValida {
        /// As written.
        scritto: String,
    },
    /// Not a weight.
    PesoNonValido {
        /// As written.
        scritto: String,
        /// What the weights sum to.
        totale: Decimal,
    },
    /// Not a grade.
    GradoNonValido {
        /// As written.
        scritto: String,
        /// The highest grade.
        massimo: Percentuale,
    },
    /// Not a percentage.
    PercentualeNonValida {
        /// As written.
        scritto: String,
        /// The highest that makes sense.
        massimo: Percentuale,
    },
    /// Not of the form *18 su 20*.
    PuntiNonValidi {
        /// As written.
        scritto: String,
    },
    /// Not a sum that weights could have.
    TotaleNonValido {
        /// As written.
        scritto: String,
    },
    /// Not of the form *2 di 3*.
    AnnualitaNonValida {
        /// As written.
        scritto: String,
    },
    /// Not of the form *2024-2026*, or without the year of the ciclo.
    TriennioNonValido {
        /// As written.
        scritto: String,
        /// The year that the ciclo begins in, if it is known.
        dal: Option<i32>,
    },
    /// Not months.
    MesiNonValidi {
        /// As written.
        scritto: String,
    },
    /// A word that the key does not accept.
    ParolaNonAmmessa {
        /// As written.
        scritto: String,
        /// The words that it does.
        vocabolario: Vocabolario,
    },
    /// Not a web address.
    IndirizzoNonValido {
        /// As written.
        scritto: String,
    },

    /// A code that stands twice.
    CodiceRipetuto {
        /// The code.
        codice: String,
        /// Where it stands first.
        primo: Place,
    },
    /// A settore that `ciclo.yaml` does not have.
    SettoreSconosciuto {
        /// As written.
        scritto: String,
        /// The code of the one that is called so.
        di_nome: Option<String>,
        /// Those that it has.
        noti: Vec<String>,
    },
    /// A result of an objective that has no card.
    ObiettivoSconosciuto {
        /// As written.
        scritto: String,
        /// The codes of the cards.
        noti: Vec<String>,
    },
    /// A second result of an objective.
    RisultatoRipetuto {
        /// The objective.
        obiettivo: String,
        /// Where the first stands.
        primo: Place,
    },
    /// `grado` where `gradi` is due.
    GradiDovuti {
        /// The objective of struttura.
        obiettivo: String,
    },
    /// `gradi` where `grado` is due.
    GradoDovuto {
        /// The objective of a settore.
        obiettivo: String,
    },
    /// A grade of an objective of struttura for a settore that it does not bear on.
    SettoreAutonomo {
        /// The settore.
        settore: String,
    },
    /// A result of an indicator that the card does not have.
    IndicatoreSconosciuto {
        /// As written.
        scritto: String,
        /// Those of the card.
        noti: Vec<String>,
    },

    /// A reference that leads nowhere.
    RiferimentoSconosciuto {
        /// What it is to.
        a: Riferimento,
        /// As written.
        scritto: String,
        /// What there is.
        noti: Vec<String>,
    },

    /// Weights that are taken together do not sum to what they should.
    PesiNonTornano {
        /// What they are taken together by.
        ambito: AmbitoPesi,
        /// Whose they are: *del settore Finanziario*.
        di: String,
        /// What they are made of, where there is something to tell apart.
        parti: Vec<(Decimal, String)>,
        /// What they sum to.
        somma: Decimal,
        /// What they should.
        totale: Decimal,
        /// The act that changed them; `None` for the plan as approved.
        dopo: Option<String>,
        /// Where the weights are written, and what is written there.
        pesi: Vec<(Place, String)>,
    },
    /// Two keys that say the same thing.
    DueModi {
        /// The one to keep, or the other.
        una: Chiave,
        /// The other.
        altra: Chiave,
    },
    /// Words flagged as approved that the card does not have.
    SegnalazioneSenzaRiscontro {
        /// As written.
        scritto: String,
    },
    /// A card of years that the ciclo does not cover.
    AnniFuoriCiclo {
        /// As written.
        scritto: String,
        /// The years of the ciclo.
        anni: Anni,
    },
    /// The shares of an objective do not sum to 100 %.
    QuoteNonCento {
        /// The shares, in points.
        quote: Vec<Decimal>,
    },
    /// An act has a number but no date, or a date but no number.
    AttoIncompleto {
        /// The key that is there.
        presente: Chiave,
        /// The key that is missing.
        mancante: Chiave,
    },

    /// An objective without a grade.
    NonValutato {
        /// The objective.
        obiettivo: String,
        /// The settori without a grade, for one of struttura.
        settori: Vec<String>,
    },
    /// A settore without objectives of its own.
    SettoreSenzaObiettivi {
        /// The settore.
        settore: String,
    },
    /// Grades are there, the act that approves the relazione is not.
    ApprovazioneMancante,
    /// The result of an indicator is of another kind than its target.
    GenereDiverso {
        /// The target.
        atteso: String,
        /// The result.
        raggiunto: String,
    },
    /// The validated grade is far from what the indicators say, and nobody says why.
    GradoLontano {
        /// The validated grade.
        grado: Percentuale,
        /// What the indicators say.
        misurato: Percentuale,
        /// How many indicators it rests on.
        indicatori: usize,
    },
    /// Two cards of one settore, ufficio and year have the same number.
    NumeroRipetuto {
        /// The number.
        numero: String,
        /// The other card.
        altro: String,
        /// Where it stands first.
        primo: Place,
    },

    /// A change that changes nothing.
    ModificaSenzaEffetto {
        /// The card; `None` for an act without any.
        obiettivo: Option<String>,
    },
    /// A card that an act changes or takes out is not in the plan.
    SchedaNonNelPiano {
        /// The card.
        obiettivo: String,
        /// Those of the plan.
        noti: Vec<String>,
        /// Whether the plan that is known is the whole one.
        estensione: Estensione,
    },
    /// A card that an act inserts is in the plan already.
    SchedaGiaNelPiano {
        /// The card.
        obiettivo: String,
    },
    /// A card that changes a plan of which only some cards are known does not say what it does.
    CambioDovuto {
        /// The card.
        obiettivo: String,
    },
    /// An act does two things to one card.
    CambioRipetuto {
        /// The card.
        obiettivo: String,
    },
    /// A card of the plan says what an act does to it.
    CambioFuoriPosto,
    /// A result of a card that an act took out of the plan.
    RisultatoDiEliminato {
        /// The card.
        obiettivo: String,
        /// The act.
        atto: String,
    },
    /// A result of a card that enters the plan with an act not adopted yet.
    RisultatoDiBozza {
        /// The card.
        obiettivo: String,
        /// The folder of the act.
        cartella: String,
    },
    /// A folder of `modifiche/` without `atto.yaml`.
    AttoMancante {
        /// The folder.
        cartella: String,
    },

    /// A date is far from the years of the ciclo.
    DataLontana {
        /// As written.
        scritto: String,
        /// The years of the ciclo.
        anni: Anni,
    },
    /// The folder has the name of another year.
    AnnoDiverso {
        /// The folder's name.
        cartella: String,
        /// The years of the ciclo.
        anni: Anni,
    },

    /// No folder with an `ente.yaml`.
    NessunEnte,
    /// An ente without any ciclo.
    NessunCiclo,
    /// A folder or file whose name is not a code.
    NomeNonValido {
        /// The name.
        nome: String,
    },
    /// A folder or file with the name of one that the site needs for itself.
    NomeRiservato {
        /// The name.
        nome: String,
    },
    /// Two names that are one on a file system that ignores case.
    NomiConfondibili {
        /// One.
        nome: String,
        /// The other.
        altro: String,
    },

    /// Something in the narrative that cannot be shown.
    Testo(markdown::FaultKind),
    /// The language of pages and PDFs.
    Lingua(GenereLingua),
    /// Something in the look of the PDFs that makes no page, or one that is hard to read.
    Aspetto(GenereAspetto),
    /// What a text says to its readers.
    Contenuto(GenereContenuto),
    /// What is doubtful about a value.
    Valore(GenereValore),
    /// A marker that means nothing.
    SegnapostoSconosciuto {
        /// The word between the braces.
        nome: String,
    },
    /// The chapters nowhere say where the griglia goes.
    GrigliaSenzaPosto,
    /// The griglia has a second place.
    GrigliaRipetuta {
        /// The first.
        primo: Place,
    },
    /// A page or chapter that does not begin with its title.
    TitoloMancante,
    /// A picture that is not in the folder.
    ImmagineMancante {
        /// As written.
        nome: String,
        /// The pictures that are there.
        note: Vec<String>,
    },
    /// A file that is no picture, or one that cannot be shown.
    ImmagineNonValida {
        /// As written.
        nome: String,
        /// Why.
        errore: PictureError,
    },
    /// An abbreviation or foreign word of which nothing is said.
    VoceVuota {
        /// As written.
        voce: String,
    },
    /// Not a colour.
    ColoreNonValido {
        /// As written.
        scritto: String,
    },
    /// No colour is written where one should be.
    ColoreVuoto,
    /// Addresses that the foot of every page should have.
    RecapitiMancanti {
        /// Their keys.
        chiavi: Vec<Chiave>,
    },
    /// White words could not be read on the colour of the pages.
    ColorePallido {
        /// As written.
        scritto: String,
        /// The nearest that will do.
        proposta: String,
    },
    /// Not a telephone number, or not an address of e-mail.
    RecapitoNonValido {
        /// As written.
        scritto: String,
        /// Which of the two.
        genere: Recapito,
    },
    /// Of the files that a ciclo carries.
    Documento(GenereDocumento),
    /// Of where an ente publishes.
    Pubblicazione(GenerePubblicazione),
    /// Characters that nobody sees and that change how others are read: controls, the direction of the text.
    CaratteriInvisibili {
        /// As written.
        caratteri: String,
    },
    /// Characters that no face of the PDFs has.
    CaratteriNonDisegnabili {
        /// As written.
        caratteri: String,
    },
}

impl Genere {
    /// The stable code of the rule.
    #[must_use]
    pub const fn codice(&self) -> &'static str {
        match self {
            Self::Lettura(fault) => codice_di_lettura(fault),
            Self::ChiaveMancante { .. } => "G010",
            Self::CodiceNonValido { .. } => "G011",
            Self::AnnoNonValido { .. } => "G012",
            Self::DataNonValida { .. } => "G013",
            Self::PesoNonValido { .. } => "G014",
            Self::GradoNonValido { .. } => "G015",
            Self::AnnualitaNonValida { .. } => "G016",
            Self::ParolaNonAmmessa { .. } => "G017",
            Self::IndirizzoNonValido { .. } => "G018",
            Self::TriennioNonValido { .. } => "G019",
            Self::MesiNonValidi { .. } => "G027",
            Self::CodiceRipetuto { .. } => "G020",
            Self::SettoreSconosciuto { .. } => "G021",
            Self::ObiettivoSconosciuto { .. } => "G022",
            Self::RisultatoRipetuto { .. } => "G023",
            Self::GradiDovuti { .. } => "G024",
            Self::GradoDovuto { .. } => "G025",
            Self::IndicatoreSconosciuto { .. } => "G026",
            Self::SettoreAutonomo { .. } => "G028",
            Self::RiferimentoSconosciuto { .. } => "G029",
            Self::PesiNonTornano { .. } => "G030",
            Self::AttoIncompleto { .. } => "G031",
            Self::DueModi { .. } => "G032",
            Self::SegnalazioneSenzaRiscontro { .. } => "G033",
            Self::AnniFuoriCiclo { .. } => "G034",
            Self::QuoteNonCento { .. } => "G035",
            Self::PercentualeNonValida { .. } => "G036",
            Self::PuntiNonValidi { .. } => "G037",
            Self::TotaleNonValido { .. } => "G038",
            Self::GenereDiverso { .. } => "G044",
            Self::GradoLontano { .. } => "G045",
            Self::NumeroRipetuto { .. } => "G046",
            Self::ModificaSenzaEffetto { .. } => "G080",
            Self::SchedaNonNelPiano { .. } => "G081",
            Self::SchedaGiaNelPiano { .. } => "G082",
            Self::CambioDovuto { .. } => "G083",
            Self::CambioFuoriPosto => "G084",
            Self::CambioRipetuto { .. } => "G087",
            Self::RisultatoDiEliminato { .. } | Self::RisultatoDiBozza { .. } => "G085",
            Self::AttoMancante { .. } => "G086",
            Self::NonValutato { .. } => "G040",
            Self::SettoreSenzaObiettivi { .. } => "G041",
            Self::ApprovazioneMancante => "G042",
            Self::DataLontana { .. } => "G043",
            Self::AnnoDiverso { .. } => "G055",
            Self::NessunEnte => "G050",
            Self::NessunCiclo => "G051",
            Self::NomeNonValido { .. } => "G052",
            Self::NomiConfondibili { .. } => "G053",
            Self::NomeRiservato { .. } => "G054",
            Self::Testo(fault) => codice_di_testo(fault),
            Self::Lingua(genere) => genere.codice(),
            Self::Aspetto(genere) => genere.codice(),
            Self::Contenuto(genere) => genere.codice(),
            Self::Valore(genere) => genere.codice(),
            Self::Documento(genere) => genere.codice(),
            Self::Pubblicazione(genere) => genere.codice(),
            Self::SegnapostoSconosciuto { .. } => "G067",
            Self::GrigliaSenzaPosto => "G068",
            Self::GrigliaRipetuta { .. } => "G069",
            Self::TitoloMancante => "G070",
            Self::ImmagineMancante { .. } => "G074",
            Self::ImmagineNonValida { .. } => "G075",
            Self::CaratteriNonDisegnabili { .. } => "G090",
            Self::CaratteriInvisibili { .. } => "G173",
            Self::VoceVuota { .. } => "G091",
            Self::ColoreNonValido { .. } => "G135",
            Self::ColorePallido { .. } => "G136",
            Self::ColoreVuoto => "G137",
            Self::RecapitoNonValido { .. } => "G123",
            Self::RecapitiMancanti { .. } => "G125",
        }
    }

    /// How much it weighs.
    #[must_use]
    pub const fn gravita(&self) -> Gravita {
        match self {
            Self::Contenuto(genere) => genere.gravita(),
            Self::Valore(genere) => genere.gravita(),
            Self::RecapitiMancanti { .. } => Gravita::Nota,
            Self::Lettura(FaultKind::Stray(_) | FaultKind::Lost(Lost::Comment { .. }))
            | Self::NonValutato { .. }
            | Self::SettoreSenzaObiettivi { .. }
            | Self::ApprovazioneMancante
            | Self::GenereDiverso { .. }
            | Self::GradoLontano { .. }
            | Self::NumeroRipetuto { .. }
            | Self::ModificaSenzaEffetto { .. }
            | Self::DataLontana { .. }
            | Self::AnnoDiverso { .. }
            | Self::NessunCiclo
            | Self::GrigliaSenzaPosto => Gravita::Avviso,
            Self::Documento(genere) => genere.gravita(),
            Self::Lingua(genere) => genere.gravita(),
            Self::Pubblicazione(genere) => genere.gravita(),
            _ => Gravita::Errore,
        }
    }
}

const fn codice_di_lettura(fault: &FaultKind) -> &'static str {
    match fault {
        FaultKind::Unreadable { .. } | FaultKind::TooLarge { .. } => "G001",
        FaultKind::Misplaced => "G088",
        FaultKind::Link => "G170",
        FaultKind::Twin { .. } => "G171",
        FaultKind::Stray(_) => "G146",
        FaultKind::NotUtf8 { .. } => "G002",
        FaultKind::Yaml { .. } => "G003",
        FaultKind::Lost(Lost::Comment { .. }) => "G007",
        FaultKind::Lost(Lost::Anchor | Lost::Tag) => "G008",
        FaultKind::Empty => "G010",
        FaultKind::DuplicateKey { .. } => "G004",
        FaultKind::UnknownKey { .. } => "G005",
        FaultKind::WrongShape { .. } | FaultKind::ProseAsKeys => "G006",
    }
}

const fn codice_di_testo(fault: &markdown::FaultKind) -> &'static str {
    match fault {
        markdown::FaultKind::RawHtml => "G060",
        markdown::FaultKind::PictureInWords => "G061",
        markdown::FaultKind::PictureWithoutWords => "G072",
        markdown::FaultKind::PictureElsewhere { .. } => "G073",
        markdown::FaultKind::UnknownFootnote { .. } => "G076",
        markdown::FaultKind::UnusedFootnote { .. } => "G077",
        markdown::FaultKind::RepeatedFootnote { .. } => "G078",
        markdown::FaultKind::FootnoteInFootnote { .. } => "G079",
        markdown::FaultKind::UnknownLanguage { .. } => "G089",
        markdown::FaultKind::HeadingJump { .. } => "G062",
        markdown::FaultKind::EmptyHeading => "G063",
        markdown::FaultKind::EmptyLink => "G064",
        markdown::FaultKind::TooDeep => "G172",
        markdown::FaultKind::WideTable { .. }
        | markdown::FaultKind::LongWord { .. }
        | markdown::FaultKind::LongParagraph { .. } => "G174",
        markdown::FaultKind::UnsafeLink { .. } => "G065",
        markdown::FaultKind::EmptyTableHead => "G066",
        markdown::FaultKind::UnknownAnchor { .. } => "G071",
    }
}
