//! The boundary to JavaScript: strings in, plain objects out, spans in UTF-16 units. No logic.

mod wire;

use crate::Options;
use crate::report::Report;
use crate::scales::{Definition, Node, Scales, Value};
use crate::text::Offsets;
use js_sys::{Array, JsString, Object, RangeError, Reflect, TypeError};
use serde::Serialize;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::prelude::*;
use wire::Wire;

/// As fast as the allocator of the standard library for an article, faster for a megabyte, and 2.6 kB smaller in brotli.
#[global_allocator]
static ALLOCATOR: rlsf::GlobalTlsf = rlsf::GlobalTlsf::new();

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = r#"import type { Report } from "../report.js";

/** A text with the ratings that it has; only the named fields count, and "null" asks for null. */
export interface ScaleExample {
  text: string;
  rating: Record<string, string> | Record<string, string>[];
}

/** A rating scale of your own: the keys of a TOML file in `src/ratings/scales/`. */
export interface ScaleDefinition {
  id: string;
  name: string;
  rater: string;
  raters?: string[];
  aliases?: string[];
  implied?: string[];
  country?: string;
  subjects?: string[];
  aspects?: string[];
  grades?: string[][];
  states?: string[];
  in_force?: Record<string, string>;
  max?: number;
  percent?: boolean;
  outlook?: boolean;
  alone?: boolean;
  people?: boolean;
  sides?: boolean;
  nouns?: boolean;
  part?: string;
  since?: string;
  until?: string;
  url?: string;
  unverified?: boolean;
  example: ScaleExample[];
  not: ScaleExample[];
}

/** What to read. */
export interface Options {
  /** Whether facts in page furniture (menus, related headlines, comments) are left alone, as by default, or read too. */
  furniture?: "leave" | "read";
  /** Rating scales besides those that Factbox knows. The same array is read and tried out only once. */
  scales?: readonly ScaleDefinition[];
}"#;

/// Lets a panic say on the console where it happened, instead of only "unreachable".
#[wasm_bindgen(start)]
fn start() {
    console_error_panic_hook::set_once();
}

/// Reads one article and returns the report as a plain object.
///
/// Throws `TypeError` for anything but a string or for a scale that is refused, and `RangeError` above the size limit.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn extract(
    #[wasm_bindgen(unchecked_param_type = "string")] text: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let text = string(text, "extract", "the article")?;
    let scales = load(options)?;
    let options = Options { scales: Some(&scales), ..self::options(options, "extract")? };
    report(crate::extract_with(&text, options).in_offsets(&text, Offsets::Utf16))
}

/// Reads the article on a page of HTML, or in any piece of one; the report's `text` is what its spans point into.
///
/// Throws `TypeError` for anything but a string or for a scale that is refused, and `RangeError` above the size limit.
#[wasm_bindgen(js_name = extractHtml, unchecked_return_type = "Report & { text: string }")]
pub fn extract_html(
    #[wasm_bindgen(unchecked_param_type = "string")] html: &JsValue,
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let html = string(html, "extractHtml", "the page")?;
    let scales = load(options)?;
    let options = Options { scales: Some(&scales), ..self::options(options, "extractHtml")? };
    report(crate::extract_html(&html, options).in_offsets("", Offsets::Utf16))
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
fn options(value: &JsValue, function: &str) -> Result<Options<'static>, JsValue> {
    if value.is_undefined() {
        return Ok(Options::default());
    }
    if !value.is_object() {
        let message = format!("{function} expects its options as an object, got {}", kind(value));
        return Err(TypeError::new(&message).into());
    }
    let furniture = Reflect::get(value, &"furniture".into())?;
    match furniture.as_string().as_deref() {
        Some("read") => Ok(Options { furniture: true, scales: None }),
        Some("leave") => Ok(Options::default()),
        None if furniture.is_undefined() => Ok(Options::default()),
        _ => {
            let message = format!("{function} expects `furniture` to be \"leave\" or \"read\"");
            Err(TypeError::new(&message).into())
        }
    }
}

/// The rating scales that Factbox knows, for drawing, with those of the options.
#[wasm_bindgen]
pub fn scales(
    #[wasm_bindgen(unchecked_optional_param_type = "Options")] options: &JsValue,
) -> Result<JsValue, JsValue> {
    let wire = wire(&load(options)?.info())?;
    Ok(read_scales(&wire.numbers, &wire.text))
}

thread_local! {
    /// The list of scales that was given last, and what was read from it.
    static LAST: RefCell<Option<(JsValue, Rc<Scales>)>> = const { RefCell::new(None) };
}

/// The scales to read with. A list is read once, as long as the same array comes again.
fn load(options: &JsValue) -> Result<Rc<Scales>, JsValue> {
    let refuse = |why: String| JsValue::from(TypeError::new(&why));
    let list = if options.is_object() {
        Reflect::get(options, &"scales".into())?
    } else {
        JsValue::UNDEFINED
    };
    let last = LAST.with_borrow(|last| {
        last.as_ref()
            .filter(|(given, _)| Object::is(given, &list))
            .map(|(_, scales)| scales.clone())
    });
    if let Some(scales) = last {
        return Ok(scales);
    }
    let mut definitions = Vec::new();
    if !list.is_undefined() {
        if !Array::is_array(&list) {
            return Err(refuse("`scales` must be an array of rating scales".to_string()));
        }
        for (number, item) in Array::from(&list).iter().enumerate() {
            let definition = Definition::read(&node(&item, 0))
                .map_err(|mistake| refuse(format!("scales[{number}]: {mistake}")))?;
            definitions.push(definition);
        }
    }
    let scales = Scales::with(&definitions)
        .map_err(|(number, mistake)| refuse(format!("scales[{number}]: {mistake}")))?;
    let scales = Rc::new(scales);
    LAST.with_borrow_mut(|last| *last = Some((list, scales.clone())));
    Ok(scales)
}

/// Deeper than any scale.
const DEEPEST: u32 = 8;

fn node(value: &JsValue, depth: u32) -> Node {
    let inner = |value: &JsValue| node(value, depth + 1);
    let value = if let Some(text) = value.as_string() {
        Value::Text(text)
    } else if let Some(number) = value.as_f64() {
        Value::Number(number)
    } else if let Some(flag) = value.as_bool() {
        Value::Flag(flag)
    } else if depth > DEEPEST {
        Value::Other("something too deep")
    } else if Array::is_array(value) {
        Value::List(Array::from(value).iter().map(|item| inner(&item)).collect())
    } else if value.is_object() {
        let entries = Object::entries(value.unchecked_ref::<Object>());
        let pairs = entries.iter().filter_map(|pair| {
            let pair: Array = pair.unchecked_into();
            let content = pair.get(1);
            let key = pair.get(0).as_string().unwrap_or_default();
            (!content.is_undefined()).then(|| (key, inner(&content)))
        });
        Value::Table(pairs.collect())
    } else {
        Value::Other(if value.is_null() { "null" } else { "something else" })
    };
    Node { value, line: 0 }
}

/// Number of tokens: what `npm run bench` compares `extract` with. No part of the package's interface.
#[doc(hidden)]
#[wasm_bindgen]
pub fn tokens_only(text: &str) -> usize {
    crate::count_tokens(text)
}

// What makes objects of the values; written for the report's types by a test of `report.rs`.
#[wasm_bindgen(raw_module = "../reader.js")]
extern "C" {
    #[wasm_bindgen(js_name = report)]
    fn read_report(numbers: &[f64], text: &str) -> JsValue;

    #[wasm_bindgen(js_name = scales)]
    fn read_scales(numbers: &[f64], text: &str) -> JsValue;
}

fn wire(value: &impl Serialize) -> Result<Wire, JsValue> {
    wire::write(value).map_err(|why| JsError::new(&why.to_string()).into())
}

fn report(report: Report) -> Result<JsValue, JsValue> {
    let wire = wire(&report)?;
    Ok(read_report(&wire.numbers, &wire.text))
}
