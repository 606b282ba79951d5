//! tmp
use anyhow::Result;
pub struct L {
    pub draft: crate::letter::Draft,
}
pub fn read(path: &std::path::Path) -> Result<L> {
    anyhow::bail!("{}", path.display())
}
