use super::*;

fn svg(inside: &str) -> Result<Picture, PictureError> {
    let file =
        format!("<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 40 60'>{inside}</svg>");
    read(file.as_bytes())
}

/// A PNG file of one colour with an alpha.
fn png(pixel: [u8; 4]) -> Vec<u8> {
    let picture = image::RgbaImage::from_pixel(3, 2, image::Rgba(pixel));
    let mut file = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgba8(picture)
        .write_to(&mut file, image::ImageFormat::Png)
        .unwrap_or_default();
    file.into_inner()
}

#[test]
fn plain_shapes_stay_shapes() {
    let picture = svg(
        "<rect width='40' height='60' fill='#06c'/><path d='M1 1h9' stroke='red' fill='none'/>",
    );
    let Ok(Picture {
        width,
        height,
        content: Content::Outline(shapes),
    }) = picture
    else {
        panic!("{picture:?}")
    };
    assert!((width - 40.0).abs() < 1e-9 && (height - 60.0).abs() < 1e-9);
    let colours: Vec<[u8; 3]> = shapes.iter().map(|shape| shape.colour).collect();
    assert_eq!(colours, [[0, 0x66, 0xCC], [255, 0, 0]]);
}

#[test]
fn what_is_not_plain_becomes_a_raster_without_alpha() {
    let picture = svg("<rect width='40' height='60' fill='#06c' opacity='.5'/>");
    let Ok(Picture {
        content: Content::Png { channels, .. },
        ..
    }) = picture
    else {
        panic!("{picture:?}")
    };
    assert_eq!(channels, Channels::Colour);
}

#[test]
fn an_svg_with_words_or_pictures_or_nothing_is_refused() {
    assert_eq!(svg("<text>A</text>"), Err(PictureError::SvgText));
    assert_eq!(
        svg("<image href='file:///etc/passwd'/>"),
        Err(PictureError::SvgImage)
    );
    assert_eq!(svg(""), Err(PictureError::Empty));
    assert_eq!(read(b"<svg"), Err(PictureError::Damaged));
}

#[test]
fn scripts_do_not_come_along() {
    let picture = svg("<script>alert(1)</script><rect width='4' height='4' onclick='x()'/>");
    let shown = format!("{picture:?}");
    assert!(picture.is_ok() && !shown.contains("alert"), "{shown}");
}

#[test]
fn alpha_lies_on_white() {
    let picture = read(&png([0, 0, 0, 0]));
    let Ok(Picture {
        content: Content::Png {
            channels: Channels::Grey,
            file,
        },
        ..
    }) = picture
    else {
        panic!("{picture:?}")
    };
    let again = image::load_from_memory(&file).map(|image| image.to_luma8().into_raw());
    assert_eq!(again.unwrap_or_default(), [255; 6]);
}

#[test]
fn damaged_files_and_other_formats_are_told() {
    let mut half = png([1, 2, 3, 255]);
    half.truncate(half.len() / 2);
    assert_eq!(read(&half), Err(PictureError::Damaged));
    assert_eq!(read(b"GIF89a"), Err(PictureError::UnknownFormat));
    assert_eq!(read(b""), Err(PictureError::UnknownFormat));
}

#[test]
fn a_photograph_loses_its_metadata_and_nothing_else() {
    let picture = image::RgbImage::from_fn(16, 16, |x, y| {
        let level = u8::try_from((x * 16 + y) % 256).unwrap_or_default();
        image::Rgb([level, 90, 30])
    });
    let mut file = std::io::Cursor::new(Vec::new());
    image::DynamicImage::ImageRgb8(picture)
        .write_to(&mut file, image::ImageFormat::Jpeg)
        .unwrap_or_default();
    let plain = file.into_inner();
    let mut with_comment = plain.get(..2).unwrap_or_default().to_vec();
    with_comment.extend(b"\xFF\xFE\x00\x0Aqui c'e'");
    with_comment.extend(plain.get(2..).unwrap_or_default());
    let Ok(Picture {
        content: Content::Jpeg { channels, file },
        ..
    }) = read(&with_comment)
    else {
        panic!("not kept as it was")
    };
    assert_eq!(channels, Channels::Colour);
    assert!(!String::from_utf8_lossy(&file).contains("qui"));
    assert_eq!(
        image::load_from_memory(&file)
            .map(|image| image.to_rgb8())
            .ok(),
        image::load_from_memory(&plain)
            .map(|image| image.to_rgb8())
            .ok()
    );
}

/// The pixels of a card of 40 by 20.
fn on_card(picture: Result<Picture, PictureError>) -> image::RgbImage {
    let card = Card {
        width: 40,
        height: 20,
    };
    let file = picture.ok().and_then(|picture| card.of(&picture));
    let pixels = image::load_from_memory(&file.unwrap_or_default());
    pixels.map(|pixels| pixels.to_rgb8()).unwrap_or_default()
}

/// Where a card has colour: left, top, right, bottom.
fn coloured(pixels: &image::RgbImage) -> Option<[u32; 4]> {
    let white = image::Rgb([255; 3]);
    let inked = pixels
        .enumerate_pixels()
        .filter(|(_, _, pixel)| **pixel != white);
    inked.fold(None, |edges, (x, y, _)| {
        let [left, top, right, bottom] = edges.unwrap_or([x, y, x, y]);
        Some([left.min(x), top.min(y), right.max(x), bottom.max(y)])
    })
}

#[test]
fn an_outline_grows_in_the_middle_of_a_card() {
    let pixels = on_card(svg("<rect width='40' height='60' fill='#06c'/>"));
    assert_eq!(pixels.dimensions(), (40, 20));
    // 14 of the 20 pixels high, two thirds of that wide.
    assert_eq!(coloured(&pixels), Some([15, 3, 24, 16]));
    assert_eq!(pixels.get_pixel(20, 10).0, [0, 0x66, 0xCC]);
}

#[test]
fn a_raster_is_made_smaller_on_a_card_and_never_larger() {
    let small = on_card(read(&png([200, 0, 0, 255])));
    assert_eq!(coloured(&small), Some([18, 9, 20, 10]));
    let large = image::RgbImage::from_pixel(200, 100, image::Rgb([200, 0, 0]));
    let mut file = std::io::Cursor::new(Vec::new());
    let written =
        image::DynamicImage::ImageRgb8(large).write_to(&mut file, image::ImageFormat::Jpeg);
    assert!(written.is_ok());
    assert_eq!(
        coloured(&on_card(read(&file.into_inner()))),
        Some([6, 3, 33, 16])
    );
}
