"""The project file: sources, people and lists, told once for commands and site builders."""

from publist.project.find import find_project
from publist.project.load import load_project
from publist.project.spec import ListSpec, Project

__all__ = ["ListSpec", "Project", "find_project", "load_project"]
