/// A setting of git that belongs to Canevas by its name.
struct GitSetting: Hashable {
  let name: String
  let value: String
  /// What a value of this setting has in it if `canevas git install` wrote it, of whichever
  /// program or version.
  let mark: String
}

/// What a clone has to know of a program for merging and comparing documents with it.
/// - Parameter program: a name or an absolute path.
func gitSettings(program: String) -> [GitSetting] {
  let program = quotedForShell(program)
  // Git takes any status up to 128 for a conflict, and the file for what the driver left in it:
  // without a program, that would be our side, without a mark.
  let fallback = "git merge-file -L ours -L base -L theirs --marker-size=%L %A %O %B"
  let merge = "merge %O %A %B -o %A --path %P --marker-size %L"
  let driver = program.replacing("%", with: "%%") + " " + merge
  // Comparing two folders, git names no path. It does not let a shell cut words at spaces here.
  let diff = #"diff ${MERGED:+--path} ${MERGED:+"$MERGED"} "$LOCAL" "$REMOTE""#
  return [
    GitSetting(name: "merge.canevas.name", value: "canevas", mark: "canevas"),
    GitSetting(
      name: "merge.canevas.driver",
      value: "\(driver); case $? in 0) ;; 1) exit 1 ;; *) \(fallback) ;; esac", mark: merge),
    // Of two bases the one that git makes holds the lines of both, and no marks of a conflict: so
    // what both branches have by then counts neither as added by both nor as in conflict.
    GitSetting(name: "merge.canevas.recursive", value: "union", mark: "union"),
    GitSetting(name: "difftool.canevas.cmd", value: "\(program) \(diff)", mark: diff),
  ]
}
