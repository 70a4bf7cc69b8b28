package import CanevasSource
import Glibc

extension PartialDate {
  /// The day that it is here; `nil` if the system cannot tell.
  package static var today: PartialDate? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return PartialDate(
      year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
