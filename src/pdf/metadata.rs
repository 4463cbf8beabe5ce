//! What the document says of itself, twice: as XMP and as the older information dictionary.
//!
//! Both say the same, since both are made here from [`Info`] (ISO 19005-2, 6.6.2 and 6.6.3). XMP also
//! carries the two claims (PDF/A-2a, PDF/UA-1) and, as PDF/A asks, describes the schema of the second,
//! which it does not know by itself.

use std::fmt::Write as _;

use lopdf::{Dictionary, ObjectId, Stream};

use super::file::File;
use super::objects::{dictionary, name, text};
use crate::document::Info;

/// Who wrote the file.
pub(super) const PRODUCER: &str = concat!(env!("CARGO_PKG_NAME"), " ", env!("CARGO_PKG_VERSION"));

/// The information dictionary.
pub(super) fn dictionary_of(info: &Info) -> Dictionary {
    let date = text(&format!("D:{}000000Z", info.date.format("%Y%m%d")));
    let mut entries = dictionary([
        ("Title", text(&info.title)),
        ("Creator", text(PRODUCER)),
        ("Producer", text(PRODUCER)),
        ("CreationDate", date.clone()),
        ("ModDate", date),
    ]);
    let keywords = info.keywords.join(", ");
    for (key, value) in [
        ("Author", &info.author),
        ("Subject", &info.subject),
        ("Keywords", &keywords),
    ] {
        if !value.is_empty() {
            entries.set(key, text(value));
        }
    }
    entries
}

/// The part of ISO 19005 that a file keeps to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Nothing but pages.
    Two,
    /// Other files inside.
    Three,
}

/// Writes the XMP packet: not compressed, so that any program can find it.
pub(super) fn write(file: &mut File<'_>, info: &Info, part: Part, identity: &str) -> ObjectId {
    let mut stream = Stream::new(
        dictionary([("Type", name("Metadata")), ("Subtype", name("XML"))]),
        packet(info, part, identity).into_bytes(),
    );
    stream.allows_compression = false;
    file.add(stream)
}

/// The XMP packet.
fn packet(info: &Info, part: Part, identity: &str) -> String {
    let part = match part {
        Part::Two => 2,
        Part::Three => 3,
    };
    let date = format!("{}T00:00:00Z", info.date.format("%Y-%m-%d"));
    let producer = escape(PRODUCER);
    let mut xmp = String::from(
        "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n\
         <x:xmpmeta xmlns:x=\"adobe:ns:meta/\">\n\
         <rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">\n\
         <rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\" xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" \
         xmlns:xmpMM=\"http://ns.adobe.com/xap/1.0/mm/\" \
         xmlns:pdfaid=\"http://www.aiim.org/pdfa/ns/id/\" \
         xmlns:pdfuaid=\"http://www.aiim.org/pdfua/ns/id/\">\n\
         <dc:format>application/pdf</dc:format>\n",
    );
    alternatives(&mut xmp, "dc:title", &info.title);
    alternatives(&mut xmp, "dc:description", &info.subject);
    list(
        &mut xmp,
        "dc:creator",
        "Seq",
        std::slice::from_ref(&info.author),
    );
    list(&mut xmp, "dc:subject", "Bag", &info.keywords);
    list(
        &mut xmp,
        "dc:language",
        "Bag",
        std::slice::from_ref(&info.language),
    );
    if !info.keywords.is_empty() {
        let keywords = escape(&info.keywords.join(", "));
        let _ = writeln!(xmp, "<pdf:Keywords>{keywords}</pdf:Keywords>");
    }
    let _ = write!(
        xmp,
        "<pdf:Producer>{producer}</pdf:Producer>\n\
         <xmp:CreatorTool>{producer}</xmp:CreatorTool>\n\
         <xmp:CreateDate>{date}</xmp:CreateDate>\n\
         <xmp:ModifyDate>{date}</xmp:ModifyDate>\n\
         <xmp:MetadataDate>{date}</xmp:MetadataDate>\n\
         <xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID>\n\
         <xmpMM:InstanceID>uuid:{identity}</xmpMM:InstanceID>\n\
         <pdfaid:part>{part}</pdfaid:part>\n\
         <pdfaid:conformance>A</pdfaid:conformance>\n\
         <pdfuaid:part>1</pdfuaid:part>\n\
         </rdf:Description>\n"
    );
    xmp.push_str(EXTENSION);
    xmp.push_str("</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end=\"r\"?>");
    xmp
}

/// The schema of the PDF/UA claim, described (ISO 19005-2, 6.6.2.3).
const EXTENSION: &str = r#"<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA Universal Accessibility Schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Indicates which part of ISO 14289 the document conforms to</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>
"#;

fn alternatives(xmp: &mut String, property: &str, value: &str) {
    if value.is_empty() {
        return;
    }
    let value = escape(value);
    let _ = writeln!(
        xmp,
        "<{property}><rdf:Alt><rdf:li xml:lang=\"x-default\">{value}</rdf:li></rdf:Alt></{property}>"
    );
}

fn list(xmp: &mut String, property: &str, kind: &str, values: &[String]) {
    if values.iter().all(String::is_empty) {
        return;
    }
    let _ = write!(xmp, "<{property}><rdf:{kind}>");
    for value in values.iter().filter(|value| !value.is_empty()) {
        let _ = write!(xmp, "<rdf:li>{}</rdf:li>", escape(value));
    }
    let _ = writeln!(xmp, "</rdf:{kind}></{property}>");
}

/// Text that XML can carry.
fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            other if other.is_control() => safe.push(' '),
            '\u{FFFE}' | '\u{FFFF}' => {}
            other => safe.push(other),
        }
    }
    safe
}
