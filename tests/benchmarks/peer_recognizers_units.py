"""The names that recognizers-text has for units, and ours."""

# Their name of a unit: our code, and how many of ours one of theirs is.
UNITS = {
    "Meter": ("m", 1), "Kilometer": ("km", 1), "Decimeter": ("dm", 1), "Centimeter": ("cm", 1),
    "Micrometer": ("mm", 1), "Microns": ("um", 1), "Nanometer": ("nm", 1), "Li": ("里", 1), "Zhang": ("丈", 1),
    "Chi": ("尺", 1), "Cun": ("寸", 1), "Mile": ("[mi_i]", 1), "Inch": ("[in_i]", 1), "Foot": ("[ft_i]", 1),
    "Yard": ("[yd_i]", 1), "Knot": ("[nmi_i]", 1), "Light year": ("[ly]", 1), "Meter per second": ("m/s", 1),
    "Kilometer per hour": ("km/h", 1), "Kilometer per second": ("km/s", 1), "Mile per hour": ("[mi_i]/h", 1),
    "Square centimetre": ("cm2", 1), "Square meter": ("m2", 1), "Square kilometer": ("km2", 1),
    "Acre": ("[acr_us]", 1), "Hectare": ("har", 1), "Mu": ("亩", 1), "Liter": ("L", 1), "Milliliter": ("mL", 1),
    "Cubic meter": ("m3", 1), "Gallon": ("[gal_us]", 1), "Dan": ("担", 1), "Kilogram": ("kg", 1), "Jin": ("斤", 1),
    "Milligram": ("mg", 1), "Barrel": ("[bbl_us]", 1), "Gram": ("g", 1), "Ton": ("t", 1), "Pound": ("[lb_av]", 1),
    "Ounce": ("[oz_av]", 1), "Bit": ("bit", 1), "Byte": ("By", 1), "Kilobyte": ("KBy", 1), "Megabyte": ("MBy", 1),
    "Gigabyte": ("GBy", 1), "Terabyte": ("TBy", 1), "Petabyte": ("PBy", 1), "C": ("Cel", 1), "F": ("[degF]", 1),
    "K": ("K", 1), "Degree": ("deg", 1), "Year": ("岁", 1), "Microgram": ("ug", 1), "Liang": ("两", 1),
    "Kilowatt": ("kW", 1), "Kilocalorie": ("kcal", 1), "Hertz": ("Hz", 1), "Megahertz": ("MHz", 1),
    "Kilobit": ("bit", 1000), "Jiao": ("CNY", 0.1), "Cent": ("USD", 0.01),
}  # fmt: skip
