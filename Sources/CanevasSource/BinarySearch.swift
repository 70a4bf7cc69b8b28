extension Array {
  /// The first place whose element does not come before what is looked for: binary search in a
  /// sorted array (`isBefore` holds for a prefix of it).
  package func place(_ isBefore: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
