//! Where a program keeps the functions that are called by a number.

use anyhow::{Context, Result, bail};
use walrus::{ConstExpr, ElementId, ElementItems, ElementKind, FunctionId, Module, TableId, ir::Value};

/// The table that functions are called through, and what a program puts into it.
pub struct Table {
    /// The table.
    pub id: TableId,
    /// What the program puts into it when it begins.
    pub held: ElementId,
    /// Where in the table the first of that stands.
    pub offset: usize,
    /// The functions that the program puts there, in order.
    pub functions: Vec<FunctionId>,
}

impl Table {
    /// The table of `program`.
    ///
    /// # Errors
    /// When it is not filled as rustc fills it.
    pub fn of(program: &Module) -> Result<Self> {
        let id = program.tables.main_function_table()?.context("there is no table of functions")?;
        let mut all = program.elements.iter();
        let (Some(held), None) = (all.next(), all.next()) else {
            bail!("the table of functions is not filled in one piece");
        };
        let (
            ElementKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. },
            ElementItems::Functions(functions),
        ) = (&held.kind, &held.items)
        else {
            bail!("the table of functions is not filled with functions from a constant place on");
        };
        Ok(Self { id, held: held.id(), offset: usize::try_from(*offset)?, functions: functions.clone() })
    }

    /// The function for which `number` stands.
    pub fn function(&self, number: u32) -> Option<FunctionId> {
        self.functions.get((number as usize).checked_sub(self.offset)?).copied()
    }

    /// Makes room for `length` functions.
    pub fn grow(&self, program: &mut Module, length: usize) {
        let table = program.tables.get_mut(self.id);
        table.initial = (self.offset + length) as u64;
        table.maximum = table.maximum.map(|most| most.max(table.initial));
    }
}
