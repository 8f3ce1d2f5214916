"""Slips whose trouble is the file: encodings, formats, names that lie, passwords, pictures, endless sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import docx
import xlwt
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import Workbook
from openpyxl.drawing.image import Image
from PIL import Image as Picture

from tests.models.imports.corpus import Slip, excel, person

UNIT = "上党区农业农村局"
ROWS = (("姓名", "单位", "职务", "手机"), ("温故", UNIT, "局长", "13935520001"), ("申明", UNIT, "科长", "13935520002"))
PEOPLE = (person("温故", UNIT, "局长", "13935520001"), person("申明", UNIT, "科长", "13935520002"))
PASSWORD = "晋城2024"
FAR_ROW = 1_048_576
