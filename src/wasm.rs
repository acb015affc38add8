//! The boundary to JavaScript: strings in, plain objects out, spans in UTF-16 units. No logic.

use crate::Options;
use crate::text::Offsets;
use js_sys::{JsString, RangeError, TypeError};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Report } from "../report.js";

/** What to read. */
export interface Options {
  /** Whether facts in page furniture (menus, related headlines, comments) are left alone, as by default, or read too. */
  furniture?: "leave" | "read";
}"#;

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
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let text = string(text, "extract", "the article")?;
    let options = self::options(options, "extract")?;
    to_js(&crate::extract_with(&text, options).in_offsets(&text, Offsets::Utf16))
}

/// Reads the article on a page of HTML, or in any piece of one; the report's `text` is what its spans point into.
///
/// Throws `TypeError` for anything but a string and `RangeError` above the size limit.
#[wasm_bindgen(js_name = extractHtml, unchecked_return_type = "Report & { text: string }")]
pub fn extract_html(
    #[wasm_bindgen(unchecked_param_type = "string")] html: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let html = string(html, "extractHtml", "the page")?;
    let options = self::options(options, "extractHtml")?;
    to_js(&crate::extract_html(&html, options).in_offsets("", Offsets::Utf16))
}

/// The string that was given to `function` as `what`.
fn string(value: &JsValue, function: &str, what: &str) -> Result<String, JsValue> {
    let Some(string) = value.dyn_ref::<JsString>() else {
        let found = kind(value);
        let message = format!("{function} expects {what} as a string, got {found}");
        return Err(TypeError::new(&message).into());
    };
    // No text has fewer bytes than UTF-16 units: what is much too long is not even copied.
    let text = if string.length() as usize > crate::MAX_BYTES { None } else { value.as_string() };
    text.filter(|text| text.len() <= crate::MAX_BYTES).ok_or_else(|| {
        let limit = crate::MAX_BYTES;
        let message =
            format!("{what} is longer than {limit} bytes of UTF-8: give {function} a shorter one");
        RangeError::new(&message).into()
    })
}

/// What `typeof` says, and "null" for null.
fn kind(value: &JsValue) -> String {
    if value.is_null() { "null".into() } else { value.js_typeof().as_string().unwrap_or_default() }
}

/// The options as the caller wrote them; absent ones are as by default.
fn options(value: &JsValue, function: &str) -> Result<Options, JsValue> {
    if value.is_undefined() {
        return Ok(Options::default());
    }
    if !value.is_object() {
        let message = format!("{function} expects its options as an object, got {}", kind(value));
        return Err(TypeError::new(&message).into());
    }
    let furniture = js_sys::Reflect::get(value, &"furniture".into())?;
    match furniture.as_string().as_deref() {
        Some("read") => Ok(Options { furniture: true }),
        Some("leave") => Ok(Options::default()),
        None if furniture.is_undefined() => Ok(Options::default()),
        _ => {
            let message = format!("{function} expects `furniture` to be \"leave\" or \"read\"");
            Err(TypeError::new(&message).into())
        }
    }
}

/// The rating scales that Factbox knows, for drawing.
#[wasm_bindgen]
pub fn scales() -> Result<JsValue, JsValue> {
    to_js(&crate::scales())
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
