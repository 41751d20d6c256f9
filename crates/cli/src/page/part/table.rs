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
        match held.kind {
            ElementKind::Active { offset: ConstExpr::Value(Value::I32(offset)), .. } => {
                Ok(Self { id, held: held.id(), offset: usize::try_from(offset)? })
            }
            _ => bail!("the table of functions is not filled from a constant place on"),
        }
    }

    /// The functions that the program puts into it, in order.
    ///
    /// # Errors
    /// As [`Table::of`].
    pub fn functions(&self, program: &Module) -> Result<Vec<FunctionId>> {
        match &program.elements.get(self.held).items {
            ElementItems::Functions(functions) => Ok(functions.clone()),
            ElementItems::Expressions(..) => bail!("the table of functions is filled with expressions"),
        }
    }

    /// Makes room for `length` functions.
    pub fn grow(&self, program: &mut Module, length: usize) {
        let table = program.tables.get_mut(self.id);
        table.initial = (self.offset + length) as u64;
        table.maximum = table.maximum.map(|most| most.max(table.initial));
    }
}
