//! What work costs, whatever else the machine does.

use std::time::Duration;

/// How long this thread has been on the processor.
#[cfg(target_os = "linux")]
pub fn on_processor() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap_or_default())
}

/// What time it is.
#[cfg(not(target_os = "linux"))]
pub fn on_processor() -> Duration {
    std::time::SystemTime::UNIX_EPOCH.elapsed().unwrap_or_default()
}
