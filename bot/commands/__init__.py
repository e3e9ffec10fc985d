"""The commands of `dueto`, one file each.

A command imports what is heavy when it runs, so that `dueto --help` stays quick.
"""
