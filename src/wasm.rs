//! The boundary to JavaScript: strings in, plain objects out, spans in UTF-16 units. No logic.

use crate::text::Offsets;
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// Reads one article and returns the report as a plain object; see `www/report.d.ts`.
///
/// Throws `TypeError` for anything but a string and `RangeError` above the size limit.
#[wasm_bindgen]
pub fn extract(text: &JsValue) -> Result<JsValue, JsValue> {
    let Some(text) = text.as_string() else {
        let found = text.js_typeof().as_string().unwrap_or_default();
        let message = format!("extract expects the article as a string, got {found}");
        return Err(js_sys::TypeError::new(&message).into());
    };
    if text.len() > crate::MAX_BYTES {
        let message = format!(
            "the article is {} bytes of UTF-8: the limit is {}",
            text.len(),
            crate::MAX_BYTES
        );
        return Err(js_sys::RangeError::new(&message).into());
    }
    to_js(&crate::extract(&text).in_offsets(&text, Offsets::Utf16))
}

/// The rating scales that Factbox knows, for drawing.
#[wasm_bindgen]
pub fn scales() -> Result<JsValue, JsValue> {
    to_js(&crate::scales())
}

/// Absent values become `null`, never `undefined`.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
