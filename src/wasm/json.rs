//! A report as JSON, for `JSON.parse`: one string crosses the boundary instead of every field, which takes less time
//! than `serde-wasm-bindgen` takes. Writes what reports are made of, and refuses the rest.

use serde::ser::{self, Impossible, Serialize};
use std::fmt::{self, Display};

/// The value as JSON.
///
/// # Errors
/// For bytes, maps and variants with content, which no report has.
pub fn write(value: &impl Serialize) -> Result<String, Error> {
    let mut out = String::new();
    value.serialize(Writer(&mut out))?;
    Ok(out)
}

/// Why a value could not be written.
#[derive(Debug)]
pub struct Error(String);

impl Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for Error {}

impl ser::Error for Error {
    fn custom<T: Display>(message: T) -> Error {
        Error(message.to_string())
    }
}

fn refuse<T>() -> Result<T, Error> {
    Err(Error("the report holds a value that JSON has no form for".into()))
}

struct Writer<'o>(&'o mut String);

impl<'o> Writer<'o> {
    fn whole(self, negative: bool, mut number: u64) {
        let mut digits = [0; 20];
        let mut from = digits.len();
        for slot in digits.iter_mut().rev() {
            *slot = b'0' + (number % 10) as u8;
            number /= 10;
            from -= 1;
            if number == 0 {
                break;
            }
        }
        if negative {
            self.0.push('-');
        }
        self.0
            .push_str(digits.get(from..).and_then(|d| std::str::from_utf8(d).ok()).unwrap_or("0"));
    }

    fn open(self, mark: char) -> List<'o> {
        self.0.push(mark);
        List { out: self.0, empty: true, close: if mark == '[' { ']' } else { '}' } }
    }
}

/// Escapes all but ASCII: `JSON.parse` reads one byte a letter faster than two.
fn string(out: &mut String, text: &str) {
    out.push('"');
    let mut from = 0;
    for (at, byte) in text.bytes().enumerate() {
        // The bytes behind the first one of a character have been written with it.
        if at < from || (b' '..0x7f).contains(&byte) && byte != b'"' && byte != b'\\' {
            continue;
        }
        out.push_str(text.get(from..at).unwrap_or(""));
        let c = text.get(at..).and_then(|rest| rest.chars().next()).unwrap_or_default();
        from = at + c.len_utf8();
        if matches!(c, '"' | '\\') {
            out.push('\\');
            out.push(c);
            continue;
        }
        for unit in c.encode_utf16(&mut [0; 2]) {
            out.push_str("\\u");
            for shift in [12, 8, 4, 0] {
                out.push(char::from_digit(u32::from(*unit >> shift & 15), 16).unwrap_or('0'));
            }
        }
    }
    out.push_str(text.get(from..).unwrap_or(""));
    out.push('"');
}

impl<'o> ser::Serializer for Writer<'o> {
    type Ok = ();
    type Error = Error;
    type SerializeSeq = List<'o>;
    type SerializeTuple = List<'o>;
    type SerializeTupleStruct = List<'o>;
    type SerializeTupleVariant = Impossible<(), Error>;
    type SerializeMap = Impossible<(), Error>;
    type SerializeStruct = List<'o>;
    type SerializeStructVariant = Impossible<(), Error>;

    fn serialize_bool(self, value: bool) -> Result<(), Error> {
        self.0.push_str(if value { "true" } else { "false" });
        Ok(())
    }

    fn serialize_i8(self, value: i8) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i16(self, value: i16) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i32(self, value: i32) -> Result<(), Error> {
        self.serialize_i64(value.into())
    }

    fn serialize_i64(self, value: i64) -> Result<(), Error> {
        self.whole(value < 0, value.unsigned_abs());
        Ok(())
    }

    fn serialize_u8(self, value: u8) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u16(self, value: u16) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u32(self, value: u32) -> Result<(), Error> {
        self.serialize_u64(value.into())
    }

    fn serialize_u64(self, value: u64) -> Result<(), Error> {
        self.whole(false, value);
        Ok(())
    }

    fn serialize_f32(self, value: f32) -> Result<(), Error> {
        self.serialize_f64(value.into())
    }

    /// As JavaScript writes it: the standard library's digits would add kilobytes to the wasm.
    fn serialize_f64(self, value: f64) -> Result<(), Error> {
        if !value.is_finite() {
            return self.serialize_none();
        }
        let whole = value.abs();
        if whole.fract() == 0.0 && whole < 1e15 {
            self.whole(value < 0.0, whole as u64);
        } else {
            let digits = js_sys::Number::from(value).to_string_with_radix(10);
            self.0.push_str(&digits.map_or_else(|_| "null".into(), String::from));
        }
        Ok(())
    }

    fn serialize_char(self, value: char) -> Result<(), Error> {
        self.serialize_str(value.encode_utf8(&mut [0; 4]))
    }

    fn serialize_str(self, value: &str) -> Result<(), Error> {
        string(self.0, value);
        Ok(())
    }

    fn serialize_bytes(self, _: &[u8]) -> Result<(), Error> {
        refuse()
    }

    fn serialize_none(self) -> Result<(), Error> {
        self.0.push_str("null");
        Ok(())
    }

    fn serialize_some<T: Serialize + ?Sized>(self, value: &T) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_unit(self) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_struct(self, _: &'static str) -> Result<(), Error> {
        self.serialize_none()
    }

    fn serialize_unit_variant(
        self,
        _: &'static str,
        _: u32,
        name: &'static str,
    ) -> Result<(), Error> {
        self.serialize_str(name)
    }

    fn serialize_newtype_struct<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        value.serialize(self)
    }

    fn serialize_newtype_variant<T: Serialize + ?Sized>(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: &T,
    ) -> Result<(), Error> {
        refuse()
    }

    fn serialize_seq(self, _: Option<usize>) -> Result<List<'o>, Error> {
        Ok(self.open('['))
    }

    fn serialize_tuple(self, _: usize) -> Result<List<'o>, Error> {
        Ok(self.open('['))
    }

    fn serialize_tuple_struct(self, _: &'static str, _: usize) -> Result<List<'o>, Error> {
        Ok(self.open('['))
    }

    fn serialize_tuple_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeTupleVariant, Error> {
        refuse()
    }

    fn serialize_map(self, _: Option<usize>) -> Result<Self::SerializeMap, Error> {
        refuse()
    }

    fn serialize_struct(self, _: &'static str, _: usize) -> Result<List<'o>, Error> {
        Ok(self.open('{'))
    }

    fn serialize_struct_variant(
        self,
        _: &'static str,
        _: u32,
        _: &'static str,
        _: usize,
    ) -> Result<Self::SerializeStructVariant, Error> {
        refuse()
    }
}

/// An array or object in the making.
struct List<'o> {
    out: &'o mut String,
    empty: bool,
    close: char,
}

impl List<'_> {
    fn next(&mut self) {
        if !self.empty {
            self.out.push(',');
        }
        self.empty = false;
    }

    fn item<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
        self.next();
        value.serialize(Writer(self.out))
    }

    fn close(self) -> Result<(), Error> {
        self.out.push(self.close);
        Ok(())
    }
}

/// What JSON has one form for, and Rust three: lists of any length, tuples, structs without names.
macro_rules! list {
    ($($kind:ident :: $add:ident),+) => {
        $(impl ser::$kind for List<'_> {
            type Ok = ();
            type Error = Error;

            fn $add<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), Error> {
                self.item(value)
            }

            fn end(self) -> Result<(), Error> {
                self.close()
            }
        })+
    };
}

list!(
    SerializeSeq::serialize_element,
    SerializeTuple::serialize_element,
    SerializeTupleStruct::serialize_field
);

impl ser::SerializeStruct for List<'_> {
    type Ok = ();
    type Error = Error;

    fn serialize_field<T: Serialize + ?Sized>(
        &mut self,
        key: &'static str,
        value: &T,
    ) -> Result<(), Error> {
        self.next();
        string(self.out, key);
        self.out.push(':');
        value.serialize(Writer(self.out))
    }

    fn end(self) -> Result<(), Error> {
        self.close()
    }
}
