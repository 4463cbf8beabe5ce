//! Writing XML by hand, safely: words are always escaped, and characters that XML has no place for are
//! left out.

/// An XML document being written.
pub(super) struct Xml(String);

impl Xml {
    /// A document that begins with an element: its name and its attributes.
    pub(super) fn new(root: &str, attributes: &[(&str, &str)]) -> Self {
        let mut xml = Self("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".to_owned());
        xml.open(root, attributes);
        xml
    }

    /// Begins an element on a line of its own.
    pub(super) fn open(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str(">\n");
    }

    /// Ends an element that [`Self::open`] began.
    pub(super) fn close(&mut self, name: &str) {
        self.0.push_str("</");
        self.0.push_str(name);
        self.0.push_str(">\n");
    }

    /// An element with words.
    pub(super) fn element(&mut self, name: &str, words: &str) {
        self.tag(name, &[]);
        self.0.push('>');
        self.words(words);
        self.close(name);
    }

    /// An element with attributes alone.
    pub(super) fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.0.push_str("/>\n");
    }

    /// The document, its first element closed.
    pub(super) fn finish(mut self, root: &str) -> Vec<u8> {
        self.close(root);
        self.0.into_bytes()
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.0.push('<');
        self.0.push_str(name);
        for (name, value) in attributes {
            self.0.push(' ');
            self.0.push_str(name);
            self.0.push_str("=\"");
            self.words(value);
            self.0.push('"');
        }
    }

    fn words(&mut self, words: &str) {
        for c in words.chars() {
            match c {
                '&' => self.0.push_str("&amp;"),
                '<' => self.0.push_str("&lt;"),
                '>' => self.0.push_str("&gt;"),
                '"' => self.0.push_str("&quot;"),
                '\t' | '\n' | '\r' | '\u{20}'..='\u{fffd}' | '\u{10000}'.. => self.0.push(c),
                _ => {}
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_escaped_and_what_xml_has_no_place_for_is_left_out() {
        let mut xml = Xml::new("a", &[("b", "\"<&>\"")]);
        xml.element("c", "uno\u{0} & «due»\u{ffff}");
        let bytes = xml.finish("a");
        let detto = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;&gt;&quot;\">\n<c>uno &amp; «due»</c>\n</a>\n";
        assert_eq!(std::str::from_utf8(&bytes), Ok(detto));
    }
}
