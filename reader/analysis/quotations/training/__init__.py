"""Fits what tells the speakers of quotations, on quotations labelled by hand."""
