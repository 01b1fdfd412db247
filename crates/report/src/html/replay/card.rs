//! The card of one word: for a PMD its bits, their names, the helpers' answers and the meaning.
//!
//! The bits are drawn; the text below the drawing says the same.

use maud::{Markup, html};

use crate::model::trace::describe::WHOLE_ENTRY;
use crate::{Bits, Held, Value};

/// The number of colours that fields cycle through.
const COLOURS: usize = 5;

/// Renders the card of a word.
pub(super) fn markup(held: &Held<'_>) -> Markup {
    if !held.word.pmd {
        return html! {
            div.card.plain data-by=[held.since] {
                b { (held.word.name) } " = " code.hex { (held.value.bits) }
                @if !held.value.means.is_empty() { " " span.means { "(" (held.value.means) ")" } }
                @if let (Some(before), Some(step)) = (held.before, held.since) {
                    " " span.changed { "since step " (step) ", was " (before.bits) }
                }
            }
        };
    }
    let class = if held.reader.is_some() { "held" } else { "word" };
    html! {
        div.card.pmd.(class) data-by=[held.since] {
            h3 {
                (held.word.name) " = " code.hex { "0x" (held.value.bits) }
                " " small { (since(held)) }
            }
            @if let Some(changed) = changed(held) { p.changed { (changed) } }
            (ruler(held))
            div.readings {
                (fields(held, "as an entry", false))
                (fields(held, "as a swap entry", true))
            }
            (answers(held))
            p.meaning {
                @if !held.value.means.is_empty() { span { b { "means" } " " (held.value.means) } }
                @if let Some(says) = &held.value.says { " " strong.says { "the bits say: " (says) } }
            }
        }
    }
}

fn since(held: &Held<'_>) -> String {
    match (held.reader, held.since) {
        (Some(cpu), Some(step)) => format!("{cpu} goes on with what it read in step {step}"),
        (_, Some(step)) => format!("since step {step}"),
        (_, None) => "the initial value".to_owned(),
    }
}

/// The bits that the last store changed.
fn differs(held: &Held<'_>) -> u64 {
    held.before.map_or(0, |before| word(before) ^ word(held.value))
}

/// What the last store changed, in words.
pub(super) fn changed(held: &Held<'_>) -> Option<String> {
    let before = held.before?;
    let means = match before.means.as_str() {
        "" => String::new(),
        means => format!(" ({means})"),
    };
    let hex = if held.word.pmd { "0x" } else { "" };
    match held.changed {
        Some(WHOLE_ENTRY) | None => Some(format!("changed: was {hex}{}{means}", before.bits)),
        Some(changed) => Some(format!("changed: {changed}")),
    }
}

/// Draws 64 boxes, bit 63 first, in groups that wrap.
fn ruler(held: &Held<'_>) -> Markup {
    let (bits, differs) = (word(held.value), differs(held));
    let class = |bit: u32| {
        let mut class = String::from(if bits >> bit & 1 == 1 { "on" } else { "off" });
        for (swap, letter) in [(false, 'f'), (true, 's')] {
            let fields = held.value.fields.iter().filter(|field| field.swap == swap);
            let of_it = |field: &Bits| mask(field) >> bit & 1 == 1;
            if let Some(colour) = fields.enumerate().find(|(_, f)| of_it(f)).map(|(at, _)| at) {
                class.push_str(&format!(" {letter}{}", colour % COLOURS));
            }
        }
        class.push_str(if differs >> bit & 1 == 1 { " chg" } else { "" });
        class
    };
    html! {
        div.ruler role="img" aria-label={ "bits 63 to 0 of " (held.word.name) ", explained below" } {
            @for group in (0..4_u32).rev() {
                span.group {
                    @for bit in (group * 16..group * 16 + 16).rev() {
                        i class=(class(bit)) data-bit=(bit) title={ "bit " (bit) } { (bits >> bit & 1) }
                    }
                }
            }
        }
    }
}

/// The fields of one reading, in the colours of the ruler.
fn fields(held: &Held<'_>, name: &str, swap: bool) -> Markup {
    let fields: Vec<&Bits> = held.value.fields.iter().filter(|f| f.swap == swap).collect();
    let letter = if swap { 's' } else { 'f' };
    let differs = differs(held);
    html! {
        @if !fields.is_empty() {
            div.reading { p.row { (name) }
            ul.fields {
                @for (at, field) in fields.iter().enumerate() {
                    @let chg = if differs & mask(field) != 0 { " chg" } else { "" };
                    li class={ (letter) (at % COLOURS) (chg) } {
                        (field)
                    }
                }
            }
            }
        }
    }
}

/// The helpers' answers, and the previous ones where they differ.
fn answers(held: &Held<'_>) -> Markup {
    let yes = |answer: bool| if answer { "yes" } else { "no" };
    let before = |name: &String| {
        let answers = held.before.map(|before| before.answers.iter());
        answers.into_iter().flatten().find(|(other, _)| other == name).map(|(_, a)| *a)
    };
    html! {
        div.reading { p.row { "answers" }
        ul.answers {
            @for (name, answer) in &held.value.answers {
                li class=(yes(*answer)) data-answer=(name) {
                    (name) " " b { (yes(*answer)) }
                    @if let Some(was) = before(name).filter(|was| was != answer) {
                        span.was { " was " (yes(was)) }
                    }
                }
            }
        }
        }
    }
}

/// The mask of a field.
fn mask(field: &Bits) -> u64 {
    let width = field.hi.saturating_sub(field.lo) + 1;
    let ones = if width >= 64 { u64::MAX } else { (1 << width) - 1 };
    ones.checked_shl(field.lo).unwrap_or(0)
}

/// The bits of a value of a PMD as a number.
fn word(value: &Value) -> u64 {
    u64::from_str_radix(&value.bits, 16).unwrap_or(0)
}
