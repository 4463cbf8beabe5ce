"""Fills in an exported workbook as a head of settore would: compila.py FROM TO."""

import datetime
import sys

import openpyxl


def cell(sheet, key, heading):
    columns = {c.value.split("\n")[0]: c.column for c in sheet[1]}
    for row in sheet.iter_rows(min_row=2):
        if [str(c.value) for c in row[: len(key)]] == key:
            cell = sheet.cell(row[0].row, columns[heading])
            assert not cell.protection.locked, f"{cell.coordinate} is locked"
            return cell
    raise SystemExit(f"no row {key}")


def main(source, target):
    book = openpyxl.load_workbook(source)
    goals, measures = book["Obiettivi"], book["Indicatori"]
    assert all(sheet.protection.sheet for sheet in book), "every sheet is protected"
    assert goals.freeze_panes == "C2", goals.freeze_panes
    assert goals.print_title_rows == "$1:$1", goals.print_title_rows
    assert len(goals.data_validations.dataValidation) > 0
    for row in goals.iter_rows():
        for one in row:
            assert one.data_type != "f", f"{one.coordinate} is a formula"
    cell(goals, ["FIN-03"], "Grado").value = 0.98
    cell(goals, ["STR-01"], "Grado").value = "92,5 %"
    cell(goals, ["FIN-03"], "Nota").value = "due righe:\nla seconda"
    cell(measures, ["FIN-03", "1"], "Raggiunto").value = 0.95
    cell(measures, ["FIN-03", "2"], "Raggiunto").value = 7
    cell(measures, ["FIN-03", "3"], "Raggiunto").value = datetime.date(2023, 5, 30)
    cell(measures, ["FIN-04", "1"], "Raggiunto").value = 10
    cell(measures, ["FIN-02", "2"], "Esito").value = "raggiunto"
    book.save(target)


if __name__ == "__main__":
    main(*sys.argv[1:])
