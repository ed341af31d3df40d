//! x
/// x
pub fn test(_f: Option<&str>) -> anyhow::Result<()> {
    Ok(())
}
