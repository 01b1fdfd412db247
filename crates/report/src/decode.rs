//! What `pmdrace decode` prints about one word: its class in plain words, its fields under each
//! reading, and every helper's answer.
//!
//! [`text`] is for reading. [`json`] holds the same answers under the keys of the golden vectors
//! (crates/pgtable/tests/vectors), so that its output can be compared with theirs line by line.

use pmdrace_pgtable::{
    Answers, Arch, Field, MigrationAccess, MigrationAnswers, MigrationEntry, Pmd, SwpEntry, View,
};
use serde_json::{Map, Value};

/// The longest line that [`text`] prints.
const WIDTH: usize = 100;

/// One line of a section: a name, the bits it stands in (or nothing) and a value (or nothing).
type Row = [String; 3];

/// Everything about `word`, in lines of at most 100 columns, the last one ended by a newline.
pub fn text(arch: &dyn Arch, word: Pmd) -> String {
    let answers = Answers::of(arch, word);
    let class = classify(arch, &answers);
    let mut out = wrap(&format!("{} {:#018x}: {class}", arch.name(), word.0));
    section(&mut out, "fields as an entry", &entry_rows(arch, &answers));
    if !answers.hw_valid
        && !answers.none
        && word.0 != 0
        && let Some(swp) = answers.swp
    {
        let rows = swap_rows(arch, &answers, swp);
        section(&mut out, "fields as a swap entry", &rows);
    }
    section(&mut out, "answers", &answer_rows(&answers));
    out.push('\n');
    out.push_str(&wrap(&format!("configuration: {}", arch.facts().config)));
    out
}

/// Every helper's answer about `word`: one object with the keys of the golden vectors, and null for a
/// helper that the architecture does not have.
pub fn json(arch: &dyn Arch, word: Pmd) -> Value {
    let Answers {
        word,
        none,
        present,
        bad,
        trans_huge,
        leaf,
        devmap,
        protnone,
        write,
        dirty,
        young,
        soft_dirty,
        serializing,
        pfn,
        mkinvalid,
        access_read,
        access_write,
        hw_valid,
        swp,
        swp_pfn,
        soft_dirty_swp,
        uffd_wp_swp,
        is_migration,
        migration,
    } = Answers::of(arch, word);
    let hex = |word: u64| Value::from(format!("{word:#x}"));
    let mut map = Map::new();
    let mut put = |key: &str, value: Value| {
        map.insert(key.to_owned(), value);
    };
    put("word", hex(word.0));
    put("none", none.into());
    put("present", present.into());
    put("bad", bad.into());
    put("trans_huge", trans_huge.into());
    put("leaf", leaf.into());
    put("devmap", devmap.into());
    put("protnone", protnone.into());
    put("write", write.into());
    put("dirty", dirty.into());
    put("young", young.into());
    put("pfn", hex(pfn));
    put("mkinvalid", hex(mkinvalid.0));
    put("access_read", access_read.into());
    put("access_write", access_write.into());
    put("swp_type", swp.map(|entry| entry.swp_type).into());
    put("swp_offset", swp.map_or(Value::Null, |entry| hex(entry.offset)));
    put("is_migration", is_migration.into());
    if let Some(pfn) = swp_pfn {
        put("swp_pfn", hex(pfn));
    }
    if let Some(migration) = migration {
        let MigrationAnswers { young, dirty, writable, read_exclusive } = migration;
        put("mig_young", young.into());
        put("mig_dirty", dirty.into());
        put("mig_writable", writable.into());
        put("mig_read_exclusive", read_exclusive.into());
    }
    if let Some(soft_dirty) = soft_dirty {
        put("soft_dirty", soft_dirty.into());
    }
    put("hw_valid", hw_valid.into());
    if let Some(serializing) = serializing {
        put("serializing", serializing.into());
    }
    if let Some(soft_dirty) = soft_dirty_swp {
        put("soft_dirty_swp", soft_dirty.into());
    }
    if let Some(uffd_wp) = uffd_wp_swp {
        put("uffd_wp_swp", uffd_wp.into());
    }
    Value::Object(map)
}

/// What the word is, in plain words, and where its answers contradict each other.
fn classify(arch: &dyn Arch, answers: &Answers) -> String {
    if answers.none {
        return if answers.word == arch.none_pmd() {
            "none, an empty PMD".to_owned()
        } else {
            "none, an empty PMD: the bits that are set do not count".to_owned()
        };
    }
    if !answers.present {
        return classify_absent(arch, answers);
    }
    if let Some((swp, entry)) = disguised_migration(arch, answers) {
        return format!(
            "present by pmd_present(), though type {} and offset {:#x} read as a migration entry \
             ({}) of pfn {:#x}",
            swp.swp_type,
            swp.offset,
            entry.access.name(),
            entry.pfn
        );
    }
    if answers.leaf { classify_leaf(answers) } else { classify_table(arch, answers) }
}

/// A word that is neither none nor present.
fn classify_absent(arch: &dyn Arch, answers: &Answers) -> String {
    if let Some(entry) = MigrationEntry::from_pmd(arch, answers.word) {
        let mut class = format!(
            "migration entry ({}) of pfn {:#x}, {} and {}",
            entry.access.name(),
            entry.pfn,
            choose(entry.young, "young", "old"),
            choose(entry.dirty, "dirty", "clean"),
        );
        let pages = arch.hpage_pmd_nr();
        if entry.pfn % pages != 0 {
            class += &format!("; no huge page starts there: the pfn is no multiple of {pages:#x}");
        }
        if answers.hw_valid {
            class += "; yet valid to the hardware";
        }
        return class;
    }
    if answers.hw_valid {
        return "not present by pmd_present(), though valid to the hardware".to_owned();
    }
    match answers.swp {
        Some(entry) => format!(
            "swap entry of type {} and offset {:#x}, not a migration entry",
            entry.swp_type, entry.offset
        ),
        None => "neither none nor present, where no PMD can be a swap entry".to_owned(),
    }
}

/// A word that is present and a leaf.
fn classify_leaf(answers: &Answers) -> String {
    let devmap = answers.devmap == Some(true);
    if !answers.trans_huge && !devmap {
        return format!(
            "present and a leaf by pmd_leaf(), though none by pmd_trans_huge(); {} to the hardware",
            choose(answers.hw_valid, "valid", "not valid")
        );
    }
    let kind = if answers.hw_valid {
        "present leaf"
    } else if answers.protnone == Some(true) {
        "leaf without access rights (PROT_NONE: present, not valid to the hardware)"
    } else if answers.mkinvalid == answers.word {
        "invalidated leaf (present by pmd_present(), not valid to the hardware)"
    } else {
        "present leaf, not valid to the hardware,"
    };
    format!(
        "{kind} of pfn {:#x}: {}, {}, {}{}",
        answers.pfn,
        choose(answers.write, "writable", "read-only"),
        choose(answers.dirty, "dirty", "clean"),
        choose(answers.young, "young", "old"),
        choose(devmap, ", devmap", ""),
    )
}

/// A word that is present and not a leaf.
fn classify_table(arch: &dyn Arch, answers: &Answers) -> String {
    let at = format!("table at pfn {:#x}", arch.table_pfn(answers.word));
    match (answers.bad, answers.hw_valid) {
        (false, _) if answers.word.0 == 0 => format!(
            "all zero, which reads as a present table: an empty PMD holds {:#018x} here",
            arch.none_pmd().0
        ),
        (false, _) => at,
        (true, true) => at + ", though pmd_bad() rejects it",
        (true, false) => {
            "present by pmd_present(), though neither a leaf nor a table that pmd_bad() accepts"
                .to_owned()
        }
    }
}

/// The migration entry inside a word that answers present: the word is one as it was encoded, or what
/// `pmd_mkinvalid()` makes of one. The type alone says too little: on arm64@6.1 the permission bits of
/// an invalidated clean user leaf read as type 24 as well.
fn disguised_migration(arch: &dyn Arch, answers: &Answers) -> Option<(SwpEntry, MigrationEntry)> {
    let swp = answers.swp?;
    let entry = MigrationEntry::from_swp_entry(arch, swp)?;
    let encoded = entry.to_pmd(arch)?;
    // The single-bit flags of a swap word (soft-dirty, uffd-wp, exclusive) come on top of the entry.
    let flags = mask(fields(arch, &[View::Swap]).filter(|field| field.is_flag()));
    [encoded, arch.pmd_mkinvalid(encoded)]
        .iter()
        .any(|made| (made.0 ^ answers.word.0) & !flags == 0)
        .then_some((swp, entry))
}

/// The fields of the word as a mapping or table entry.
fn entry_rows(arch: &dyn Arch, answers: &Answers) -> Vec<Row> {
    let views: &[View] =
        if answers.hw_valid { &[View::Entry] } else { &[View::Entry, View::InvalidEntry] };
    field_rows(arch, views, answers.word)
}

/// The fields of the word as a swap entry, and what they decode to.
fn swap_rows(arch: &dyn Arch, answers: &Answers, swp: SwpEntry) -> Vec<Row> {
    let mut rows = field_rows(arch, &[View::Swap], answers.word);
    let mut put = |name: &str, value: String| rows.push([name.to_owned(), String::new(), value]);
    let migration = migration_access(arch, swp);
    put(
        "swp_type()",
        match migration {
            Some(access) => format!("{} (migration, {})", swp.swp_type, access.name()),
            None => swp.swp_type.to_string(),
        },
    );
    put("swp_offset()", format!("{:#x}", swp.offset));
    if let Some(pfn) = answers.swp_pfn {
        put("swp_offset_pfn()", format!("{pfn:#x}"));
    }
    // A migration entry's offset ends with its young and dirty flags.
    if migration.is_some()
        && let Some(format) = arch.facts().thp_migration
        && let above @ 1.. = swp.offset >> (format.pfn_bits + 2)
    {
        let value = format!("{above:#x}, which no migration entry has");
        put("above young, dirty", value);
    }
    rows
}

/// Which migration type the entry has, if any.
fn migration_access(arch: &dyn Arch, swp: SwpEntry) -> Option<MigrationAccess> {
    MigrationEntry::from_swp_entry(arch, swp).map(|entry| entry.access)
}

/// Every helper by its kernel name.
fn answer_rows(answers: &Answers) -> Vec<Row> {
    // Taken apart in full, so that an answer that is added must be printed as well. The swap entry's
    // parts are printed with its fields.
    let Answers {
        word: _,
        none,
        present,
        bad,
        trans_huge,
        leaf,
        devmap,
        protnone,
        write,
        dirty,
        young,
        soft_dirty,
        serializing,
        pfn,
        mkinvalid,
        access_read,
        access_write,
        hw_valid,
        swp: _,
        swp_pfn: _,
        soft_dirty_swp,
        uffd_wp_swp,
        is_migration,
        migration,
    } = *answers;
    let mut rows = Vec::new();
    let mut put = |name: &str, value: &str| {
        rows.push([name.to_owned(), String::new(), value.to_owned()]);
    };
    put("pmd_none()", yes(none));
    put("pmd_present()", yes(present));
    put("pmd_bad()", yes(bad));
    put("pmd_trans_huge()", yes(trans_huge));
    put("pmd_leaf()", yes(leaf));
    put("pmd_devmap()", helper(devmap));
    put("pmd_protnone()", helper(protnone));
    put("pmd_write()", yes(write));
    put("pmd_dirty()", yes(dirty));
    put("pmd_young()", yes(young));
    put("pmd_soft_dirty()", helper(soft_dirty));
    if let Some(serializing) = serializing {
        put("pmd_is_serializing()", yes(serializing));
    }
    put("pmd_access_permitted(), read", yes(access_read));
    put("pmd_access_permitted(), write", yes(access_write));
    put("valid to the hardware", yes(hw_valid));
    put("pmd_swp_soft_dirty()", helper(soft_dirty_swp));
    // None does not mean that there is no such helper here: some eras have one that is not modelled.
    if let Some(uffd_wp) = uffd_wp_swp {
        put("pmd_swp_uffd_wp()", yes(uffd_wp));
    }
    put("is_pmd_migration_entry()", yes(is_migration));
    if let Some(migration) = migration {
        let MigrationAnswers { young, dirty, writable, read_exclusive } = migration;
        put("is_migration_entry_young()", yes(young));
        put("is_migration_entry_dirty()", yes(dirty));
        put("is_writable_migration_entry()", yes(writable));
        put("is_readable_exclusive_migration_entry()", yes(read_exclusive));
    }
    put("pmd_pfn()", &format!("{pfn:#x}"));
    put("pmd_mkinvalid()", &format!("{:#018x}", mkinvalid.0));
    rows
}

/// The fields of the given readings.
fn fields(arch: &dyn Arch, views: &[View]) -> impl Iterator<Item = &'static Field> {
    arch.facts().fields.iter().filter(|field| views.contains(&field.view))
}

/// The bits that the fields cover.
fn mask<'a>(fields: impl Iterator<Item = &'a Field>) -> u64 {
    fields.fold(0, |all, field| all | field.value(u64::MAX) << field.lo)
}

/// The fields of the given readings that are not zero in `word`, from the low bits up, and the bits
/// that are set outside all of them.
fn field_rows(arch: &dyn Arch, views: &[View], word: Pmd) -> Vec<Row> {
    let mut set: Vec<&Field> =
        fields(arch, views).filter(|field| field.value(word.0) != 0).collect();
    set.sort_by_key(|field| field.lo);
    let mut rows: Vec<Row> = set
        .into_iter()
        .map(|field| {
            let value =
                if field.is_flag() { String::new() } else { format!("{:#x}", field.value(word.0)) };
            [field.name.to_owned(), run(field.hi, field.lo), value]
        })
        .collect();
    let outside = runs(word.0 & !mask(fields(arch, views)));
    if !outside.is_empty() {
        let value = format!("bits {}", outside.join(", "));
        rows.push(["in no field".to_owned(), String::new(), value]);
    }
    rows
}

/// Bits `lo..=hi` as the bit tables write them.
fn run(hi: u32, lo: u32) -> String {
    if hi == lo { lo.to_string() } else { format!("{hi}-{lo}") }
}

/// The runs of set bits, from the low bits up.
fn runs(mut word: u64) -> Vec<String> {
    let mut runs = Vec::new();
    while word != 0 {
        let lo = word.trailing_zeros();
        let length = (word >> lo).trailing_ones();
        let hi = lo + length - 1;
        runs.push(run(hi, lo));
        word &= !(u64::MAX >> (63 - hi));
    }
    runs
}

/// A blank line, the title and the rows, each column as wide as its widest cell.
fn section(out: &mut String, title: &str, rows: &[Row]) {
    let width = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let (names, bits) = (width(0), width(1));
    out.push('\n');
    out.push_str(title);
    out.push('\n');
    if rows.is_empty() {
        out.push_str("  none is set\n");
    }
    for [name, place, value] in rows {
        let line = if bits == 0 {
            format!("  {name:<names$}  {value}")
        } else {
            format!("  {name:<names$}  {place:>bits$}  {value}")
        };
        out.push_str(line.trim_end());
        out.push('\n');
    }
}

/// The text in lines of at most [`WIDTH`] columns, all but the first indented.
fn wrap(text: &str) -> String {
    let mut out = String::new();
    let mut column = 0;
    for word in text.split(' ') {
        if column == 0 {
            column = word.len();
        } else if column + 1 + word.len() > WIDTH {
            out.push_str("\n    ");
            column = 4 + word.len();
        } else {
            out.push(' ');
            column += 1 + word.len();
        }
        out.push_str(word);
    }
    out.push('\n');
    out
}

fn choose(condition: bool, yes: &'static str, no: &'static str) -> &'static str {
    if condition { yes } else { no }
}

fn yes(answer: bool) -> &'static str {
    choose(answer, "yes", "no")
}

fn helper(answer: Option<bool>) -> &'static str {
    answer.map_or("no such helper", yes)
}
