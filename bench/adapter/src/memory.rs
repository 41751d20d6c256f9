//! The module's memory. The standard library's allocator leaves the rest of the first page of 64 KiB unused, behind the
//! stack and the constants: a thirtieth of what the index of ten thousand statements takes. This is the same allocator,
//! told where the memory begins.

use core::arch::wasm32::{memory_grow, memory_size};
use std::alloc::{GlobalAlloc, Layout};
use std::cell::UnsafeCell;

use dlmalloc::{Allocator, Dlmalloc};

const PAGE: usize = 65_536;

unsafe extern "C" {
    static __heap_base: u8;
}

/// The memory behind the constants, page by page.
struct Pages;

// SAFETY: what is given is the module's own and is given once: the pages that were just added and, with the first of them,
// what lies before those and behind the constants.
unsafe impl Allocator for Pages {
    fn alloc(&self, size: usize) -> (*mut u8, usize, u32) {
        let begin = &raw const __heap_base as usize;
        let end = memory_size(0) * PAGE;
        // Nothing was added yet as long as the memory ends with the page that the constants end in.
        let rest = if end == begin.next_multiple_of(PAGE) { end - begin } else { 0 };
        let pages = size.saturating_sub(rest).div_ceil(PAGE);
        if memory_grow(0, pages) == usize::MAX {
            return (core::ptr::null_mut(), 0, 0);
        }
        ((end - rest) as *mut u8, rest + pages * PAGE, 0)
    }

    fn remap(&self, _: *mut u8, _: usize, _: usize, _: bool) -> *mut u8 {
        core::ptr::null_mut()
    }

    fn free_part(&self, _: *mut u8, _: usize, _: usize) -> bool {
        false
    }

    fn free(&self, _: *mut u8, _: usize) -> bool {
        false
    }

    fn can_release_part(&self, _: u32) -> bool {
        false
    }

    fn allocates_zeros(&self) -> bool {
        true
    }

    fn page_size(&self) -> usize {
        PAGE
    }
}

/// The allocator of a module that has one thread.
pub struct Memory(UnsafeCell<Dlmalloc<Pages>>);

impl Memory {
    /// An allocator of the whole memory; there can be one.
    pub const fn new() -> Memory {
        Memory(UnsafeCell::new(Dlmalloc::new_with_allocator(Pages)))
    }
}

// SAFETY: the module has one thread.
unsafe impl Sync for Memory {}

// SAFETY: what is asked of it is passed on, and no call is made while another is under way.
unsafe impl GlobalAlloc for Memory {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        unsafe { (*self.0.get()).malloc(layout.size(), layout.align()) }
    }

    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        unsafe { (*self.0.get()).calloc(layout.size(), layout.align()) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        unsafe { (*self.0.get()).free(at, layout.size(), layout.align()) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        unsafe { (*self.0.get()).realloc(at, layout.size(), layout.align(), size) }
    }
}
