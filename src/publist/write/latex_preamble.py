r"""The preamble that publist's LaTeX needs: small, and the same for all three engines."""

from __future__ import annotations

__all__ = ["preamble"]

_PREAMBLE = r"""% Needed by publist's lists; for pdfLaTeX, LuaLaTeX and XeLaTeX.
\usepackage{iftex}
\ifPDFTeX
  \usepackage[T1]{fontenc}
  \usepackage{lmodern}
\else
  \usepackage{fontspec}
\fi
\usepackage{amsmath,amssymb,pifont}
\usepackage[hidelinks]{hyperref}
\makeatletter
% A list whose labels are given; the argument is the widest of them.
\newenvironment{publist}[1]{%
  \begin{list}{}{%
    \settowidth{\labelwidth}{#1}%
    \setlength{\leftmargin}{\labelwidth}\addtolength{\leftmargin}{\labelsep}%
    \setlength{\itemsep}{.4\baselineskip}\setlength{\parsep}{0pt}%
    \setlength{\emergencystretch}{3em}%
    \renewcommand{\makelabel}[1]{\hfil##1}}}{\end{list}}
\newcommand{\publistlegend}[1]{\par\noindent{\small #1\par}}
% A font for what the main font lacks: \renewcommand{\publistfont}{\fontspec{Noto Serif CJK SC}}
\providecommand{\publistfont}{}
\newcommand{\publistmissing}[1]{\ensuremath{\square}%
  \PackageWarning{publist}{No font here for \detokenize{#1}}}
% \publistsymbol{character}{what to show where it is missing}
% \publisttext{first character}{the rest of a run in the same script}
\ifPDFTeX
  \DeclareRobustCommand{\publistsymbol}[2]{%
    \ifcsname u8:\detokenize{#1}\endcsname #1\else #2\fi}
  \DeclareRobustCommand{\publisttext}[2]{%
    {\let\UTFviii@undefined@err\publistmissing #1#2}}
\else
  \DeclareRobustCommand{\publistsymbol}[2]{\publist@seek{#1}{}{#2}}
  \DeclareRobustCommand{\publisttext}[2]{\publist@seek{#1}{#2}{\publistmissing{#1#2}}}
  \newcommand{\publist@seek}[3]{%
    \iffontchar\font`#1 #1#2\else
      {\publistfont\iffontchar\font`#1 #1#2\else #3\fi}%
    \fi}
\fi
% \publistrtl{words from right to left}: turned by LuaTeX and XeTeX; pdfTeX has no such letters.
\ifLuaTeX
  \DeclareRobustCommand{\publistrtl}[1]{{\textdirection 1 #1}}
\else\ifXeTeX
  \TeXXeTstate=1
  \DeclareRobustCommand{\publistrtl}[1]{\beginR #1\endR}
\else
  \DeclareRobustCommand{\publistrtl}[1]{#1}
\fi\fi
\makeatother
"""


def preamble() -> str:
    r"""What goes between ``\documentclass`` and ``\begin{document}``."""
    return _PREAMBLE
