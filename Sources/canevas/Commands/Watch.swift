package import CanevasCommandLine
import CanevasProject
import CanevasReport
import CanevasServe
import CanevasSource

/// What `canevas watch` is asked to do.
package struct WatchRequest: Hashable, Sendable {
  package var build = BuildRequest()
  /// Whether changes are looked for, and not told by the system.
  package var polls = false

  package init() {}

  package static let options: [CommandOption<WatchRequest>] =
    [.polling { $0.polls = true }] + BuildRequest.options.map { $0.within(\.build) }
}

extension Command {
  static let watch = Command(
    "watch",
    summary: Bilingual(
      "construire le site, et à nouveau à chaque enregistrement",
      "build the site, and again at each save"),
    details: Bilingual(
      "Tant qu'il reste une erreur, rien n'est publié et l'ancien site demeure. Ctrl-C arrête, "
        + "avec le statut 0.",
      "While there is an error nothing is published, and the former site stays. Ctrl-C stops, "
        + "with exit status 0."),
    defaults: WatchRequest(), options: WatchRequest.options,
    run: { request, context in
      run(in: request.build.directory, context, language: request.build.language) {
        session, output in
        let stop = StopSignals()
        var options = request.build.sessionOptions(root: session.root)
        let isStopped = rebuild(
          root: session.root, others: request.build.templates.map { [$0] } ?? [],
          on: FileSystem(), polling: request.polls, until: stop
        ) {
          do throws(ProjectError) {
            let result = try session.build(options)
            options.history = options.history ?? result.history
            output.showBriefly(result, request.build, root: session.root)
            return true
          } catch {
            context.complain(error.message)
            return false
          }
        }
        return isStopped ? .success : .unusable
      }
    })
}

extension SessionOutput {
  /// A line a finding, and one on what was published.
  fileprivate func showBriefly(
    _ result: Session.BuildResult, _ request: BuildRequest, root: CatalogueRoot
  ) {
    show(result.checked, as: .short)
    if request.showsTimings { show(result.timings, pageCount: result.pageCount) }
    show(result, at: request.outputPath(root: root))
  }
}
