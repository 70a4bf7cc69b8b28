import CanevasCommandLine
import Glibc

// A reader who goes away is noticed when writing, not by being killed.
signal(SIGPIPE, SIG_IGN)
exit(Program.canevas.run(Array(CommandLine.arguments.dropFirst()), in: .process).rawValue)
