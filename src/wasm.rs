//! The boundary to JavaScript: strings in, plain objects out, spans in UTF-16 units. No logic.

use crate::text::Offsets;
use js_sys::{JsString, RangeError, TypeError};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Report } from "../report.js";"#;

/// Lets a panic say on the console where it happened, instead of only "unreachable".
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Reads one article and returns the report as a plain object.
///
/// Throws `TypeError` for anything but a string and `RangeError` above the size limit.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn extract(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
) -> Result<JsValue, JsValue> {
    let Some(string) = text.dyn_ref::<JsString>() else {
        let kind = text.js_typeof().as_string().unwrap_or_default();
        let found = if text.is_null() { "null" } else { &kind };
        let message = format!("extract expects the article as a string, got {found}");
        return Err(TypeError::new(&message).into());
    };
    // No text has fewer bytes than UTF-16 units: what is much too long is not even copied.
    let text = if string.length() as usize > crate::MAX_BYTES { None } else { text.as_string() };
    let Some(text) = text.filter(|text| text.len() <= crate::MAX_BYTES) else {
        let limit = crate::MAX_BYTES;
        let message = format!(
            "the article is longer than {limit} bytes of UTF-8: give extract a shorter one"
        );
        return Err(RangeError::new(&message).into());
    };
    to_js(&crate::extract(&text).in_offsets(&text, Offsets::Utf16))
}

/// The rating scales that Factbox knows, for drawing.
#[wasm_bindgen]
pub fn scales() -> Result<JsValue, JsValue> {
    to_js(&crate::scales::Scales::default().info())
}

/// Number of tokens: what `npm run bench` compares `extract` with. No part of the package's interface.
#[doc(hidden)]
#[wasm_bindgen]
pub fn tokens_only(text: &str) -> usize {
    crate::count_tokens(text)
}

/// Absent values become `null`, never `undefined`.
fn to_js(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}
